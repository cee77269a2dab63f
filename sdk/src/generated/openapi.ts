/** Generated from src/http/openapi.json by `bin/tollkeeper openapi`. */
export interface paths {
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with e-mail address and password
         * @description `next: second_factor` where a code is still to come.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            signed_in: boolean;
                            /** @enum {string} */
                            next?: "second_factor";
                        };
                    };
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            signed_in: boolean;
                            /** @enum {string} */
                            next?: "second_factor";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a one-time link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            signed_in: boolean;
                            /** @enum {string} */
                            next?: "second_factor";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish signing in with a code of the authenticator app, or a recovery code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 123456 */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            signed_in: boolean;
                            /** @enum {string} */
                            next?: "second_factor";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/link-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a one-time link mailed
         * @description The answer is the same whether anybody has the address or not.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requested: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/impersonation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what an employee sees, without changing anything
         * @description For the operator’s people. The company finds it in its audit log.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example emp_01kaj2v7c3h2m8xq4t9w5e6r7y */
                        employee: string;
                        reason: string;
                        /** @default 30 */
                        minutes?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            looking: boolean;
                        };
                    };
                };
            };
        };
        /** Stop seeing what the employee sees */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            looking: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the password to sign in with
         * @description Ends every other session. The present password is needed, unless there is none or the session has just begun with a link.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        current_password?: string;
                        /** Format: email */
                        email?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            signed_in: boolean;
                            /** @enum {string} */
                            next?: "second_factor";
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to sign in with a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyOptions"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        response: components["schemas"]["PasskeyCredentialInput"];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            signed_in: boolean;
                            /** @enum {string} */
                            next?: "second_factor";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to make a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyOptions"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the passkeys of the person who asks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Passkey"][];
                            has_more: boolean;
                            next_cursor: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Keep the passkey that the browser made */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        response: components["schemas"]["PasskeyCredentialInput"];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Passkey"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys/{pky}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey; it signs in no more */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    pky: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            removed: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Rename a passkey */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    pky: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Passkey"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/companies/{co}/sso-connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a company’s single sign-on; never its secret */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SsoConnection"];
                    };
                };
            };
        };
        /**
         * Set up or change a company’s single sign-on (OpenID Connect)
         * @description Nobody is led there until the domain is proved. An absent secret stays.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uri */
                        issuer: string;
                        client_id: string;
                        client_secret?: string;
                        /** @example acme.example */
                        domain: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SsoConnection"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a company’s single sign-on */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            removed: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/sso-connection/verify-domain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove that the domain is the company’s
         * @description By its TXT record; the operator vouches for it without one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SsoConnection"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/sign-in-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how the people of a company must sign in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInPolicy"];
                    };
                };
            };
        };
        /** Set how the people of a company must sign in */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        two_factor_required: boolean;
                        sso_required: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInPolicy"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin single sign-on: where the browser goes, by the domain of an e-mail address */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        next?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is asking: name, company, permissions, and the terms in force */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose the language of one’s own mails
         * @description What the API answers is in the language that `Accept-Language` asks for.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        language: ("en" | "de") | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/me/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the person who asks signs in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Security"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where the person who asks is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Session"][];
                            has_more: boolean;
                            next_cursor: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Sign out everywhere else */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revoked: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions/{ses}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out in one place */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ses: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revoked: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up an authenticator app
         * @description Nothing is asked for until a code of it is confirmed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            uri: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/two-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn two-factor sign-in on with a code of the app; other sessions end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 123456 */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recovery_codes: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/two-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make other recovery codes; the present ones work no more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 123456 */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recovery_codes: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/two-factor/turn-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn two-factor sign-in off with a code of the app, or a recovery code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 123456 */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            two_factor: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a one-time sign-in link for an employee
         * @description Shown once, works once, for 24 hours. Who it is given to becomes the employee.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInLink"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign an employee out everywhere */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revoked: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Turn two-factor sign-in off for an employee who has lost their device */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            two_factor: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the operator’s people must sign in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPolicy"];
                    };
                };
            };
        };
        /**
         * Ask two-factor sign-in of all of the operator’s people, or no more
         * @description Whoever has not set it up does so before anything else. Refused until the admin who asks has set it up; for an API key, until some admin has.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StaffPolicyInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffPolicy"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the operator’s people */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["StaffMember"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Invite somebody to the operator’s people
         * @description The link is shown once, and mailed where a mail server is set.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** Format: email */
                        email: string;
                        /** @enum {string} */
                        role: "admin" | "finance" | "support";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitedStaffMember"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/{usr}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one of the operator’s people */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    usr: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMember"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove one of the operator’s people; their sessions end */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    usr: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            removed: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change the name or the role of one of the operator’s people */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    usr: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        role?: "admin" | "finance" | "support";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMember"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/staff/{usr}/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Turn two-factor sign-in off for somebody who has lost their device */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    usr: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            two_factor: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/{usr}/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a one-time sign-in link for one of the operator’s people */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    usr: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInLink"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the catalog: every entry as it stands, with all its versions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Catalog"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/license-types/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Publish a version of a license type */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "named" | "pooled";
                        /** @enum {string} */
                        unit: "seat" | "port";
                        /** @default [] */
                        requires?: string[];
                        prices: {
                            [key: string]: string;
                        };
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogVersion"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/activities/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Publish a version of an activity */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        permission?: "dialer.use" | "voice_message.send" | "call.record" | "call.monitor" | "text.send" | "billing.view" | "billing.manage" | "licenses.assign" | "employees.manage";
                        licenses: string[];
                        places: string[];
                        /** @enum {string} */
                        metered: "voice" | "sms" | "none";
                        /** @enum {string} */
                        direction?: "outbound" | "inbound";
                        /** @enum {string} */
                        counts_from: "start" | "answer";
                        /** @default 120 */
                        ring_seconds?: number;
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogVersion"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/rates/{prefix}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Publish a version of the rate of an E.164 prefix */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    prefix: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "voice" | "sms";
                        /** @enum {string} */
                        direction?: "outbound" | "inbound";
                        prices: {
                            [key: string]: string;
                        };
                        /** @default 60 */
                        first_seconds?: number;
                        /** @default 60 */
                        next_seconds?: number;
                        /** @default {} */
                        connection_fees?: {
                            [key: string]: string;
                        };
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogVersion"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/storage-meters/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Publish a version of a storage meter */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        base_bytes: number;
                        per_user_bytes: number;
                        prices: {
                            [key: string]: string;
                        };
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogVersion"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/license-types/{code}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save a draft of a license type’s next version (operator)
         * @description In place of the draft that it had. Nothing is published by it.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "named" | "pooled";
                        /** @enum {string} */
                        unit: "seat" | "port";
                        /** @default [] */
                        requires?: string[];
                        prices: {
                            [key: string]: string;
                        };
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogDraft"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/activities/{code}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save a draft of an activity’s next version (operator)
         * @description In place of the draft that it had. Nothing is published by it.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        permission?: "dialer.use" | "voice_message.send" | "call.record" | "call.monitor" | "text.send" | "billing.view" | "billing.manage" | "licenses.assign" | "employees.manage";
                        licenses: string[];
                        places: string[];
                        /** @enum {string} */
                        metered: "voice" | "sms" | "none";
                        /** @enum {string} */
                        direction?: "outbound" | "inbound";
                        /** @enum {string} */
                        counts_from: "start" | "answer";
                        /** @default 120 */
                        ring_seconds?: number;
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogDraft"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/rates/{prefix}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save a draft of a rate’s next version (operator)
         * @description In place of the draft that it had. Nothing is published by it.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    prefix: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "voice" | "sms";
                        /** @enum {string} */
                        direction?: "outbound" | "inbound";
                        prices: {
                            [key: string]: string;
                        };
                        /** @default 60 */
                        first_seconds?: number;
                        /** @default 60 */
                        next_seconds?: number;
                        /** @default {} */
                        connection_fees?: {
                            [key: string]: string;
                        };
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogDraft"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/storage-meters/{code}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save a draft of a storage meter’s next version (operator)
         * @description In place of the draft that it had. Nothing is published by it.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        base_bytes: number;
                        per_user_bytes: number;
                        prices: {
                            [key: string]: string;
                        };
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogDraft"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the drafts of catalog versions, the newest first (operator) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["CatalogDraft"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/drafts/{cdr}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom a license type’s draft would concern, and what would change a month (operator)
         * @description By currency, as of the draft’s day. What a contract prices is counted and changes nothing. Drafts of other kinds have no such figures.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    cdr: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["CatalogDraftEffect"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/drafts/{cdr}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a draft as its entry’s next version (operator) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    cdr: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogVersion"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/drafts/{cdr}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Discard a draft (operator) */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    cdr: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogDraft"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List companies */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Company"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a company */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        external_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Company"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a company */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Company"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/employees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List employees */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    search?: string;
                    hidden?: "true" | "false";
                    permission_group?: string;
                };
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Employee"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make an employee */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        first_name: string;
                        last_name: string;
                        /** Format: email */
                        email: string;
                        permission_group: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Employee"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the employees of a company, or of all */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    search?: string;
                    hidden?: "true" | "false";
                    permission_group?: string;
                    company?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Employee"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an employee */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Employee"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an employee
         * @description Name, e-mail address or permission group. Hiding has an address of its own.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        first_name?: string;
                        last_name?: string;
                        /** Format: email */
                        email?: string;
                        permission_group?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Employee"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/companies/{co}/permission-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the shipped permission groups and the company’s own */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["PermissionGroup"][];
                            has_more: boolean;
                            next_cursor: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a permission group */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        permissions: ("dialer.use" | "voice_message.send" | "call.record" | "call.monitor" | "text.send" | "billing.view" | "billing.manage" | "licenses.assign" | "employees.manage")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PermissionGroup"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/permission-groups/{grp}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a permission group */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                    grp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PermissionGroup"];
                    };
                };
            };
        };
        /** Change a permission group */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                    grp: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        permissions: ("dialer.use" | "voice_message.send" | "call.record" | "call.monitor" | "text.send" | "billing.view" | "billing.manage" | "licenses.assign" | "employees.manage")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PermissionGroup"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a permission group that nobody is in */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                    grp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {boolean} */
                            removed: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List API keys of a company, without their secrets */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ApiKey"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make an API key of a company; its secret is told this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        scopes: ("read" | "manage" | "admission")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedApiKey"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the operator’s API keys */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ApiKey"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make an operator’s API key; its secret is told this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        scopes: ("read" | "manage" | "admission")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreatedApiKey"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an API key, without its secret */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKey"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description It stops within a second, in every process.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKey"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who changed what, and under which typed name; the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    billing_account?: string;
                    subject?: string;
                    topic?: "licenses" | "people" | "money" | "storage";
                };
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["AuditEntry"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was changed in every company, and by the operator; the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    billing_account?: string;
                    subject?: string;
                    topic?: "licenses" | "people" | "money" | "storage";
                    company?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["AuditEntry"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/billing-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the billing accounts of a company */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["BillingAccount"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Open a billing account
         * @description Currency, time zone and anchor date never change afterwards.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @example USD */
                        currency: string;
                        /** @example America/New_York */
                        time_zone: string;
                        /** @example 2026-11-22 */
                        anchor_date: string;
                        /** @example clk_01kaj2v7c3h2m8xq4t9w5e6r7y */
                        test_clock?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BillingAccount"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the billing accounts of a company, or of all */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    company?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["BillingAccount"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a billing account
         * @description Nothing new is admitted; what runs goes on, and the account goes on renewing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BillingAccount"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a billing account back in good standing
         * @description What is past due gets the days of grace of the dunning schedule once more.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BillingAccount"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a billing account: licenses, contract, minutes, storage, standing */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BillingAccountDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/billing-information": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All billing accounts of a company: licenses, minutes, receipts, alerts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BillingInformation"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/test-clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List test clocks */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["TestClock"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a test clock
         * @description It stands still between moves, and rules the time of the accounts opened under it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-11-22T14:05:00Z
                         */
                        now: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TestClock"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/test-clocks/{clk}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a test clock */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clk: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TestClock"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/test-clocks/{clk}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Advance a test clock
         * @description Answers when everything that falls due until then has happened, in order.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clk: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-11-22T14:05:00Z
                         */
                        now: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TestClock"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}/licenses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the licenses that an employee holds */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmployeeLicenses"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}/licenses/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Assign a license; with_required assigns what it requires along with it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
                        billing_account: string;
                        with_required?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmployeeLicenses"];
                    };
                };
            };
        };
        post?: never;
        /**
         * Unassign a license; with_required takes along what needs it
         * @description Never lowers a total: what is paid for stays paid for until an order lowers it.
         */
        delete: {
            parameters: {
                query?: {
                    billing_account?: string;
                    with_required?: "true" | "false";
                };
                header?: never;
                path: {
                    emp: string;
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
                        billing_account?: string;
                        with_required?: boolean;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmployeeLicenses"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}/billing-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move all of an employee’s licenses to another billing account, or none of them */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
                        billing_account: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmployeeLicenses"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/pending-totals/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Undo a pending decrease */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            license_type: string;
                            /** @enum {boolean} */
                            undone: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/pending-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the decreases that are ordered and not yet in effect */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["PendingTotal"][];
                            has_more: boolean;
                            next_cursor: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign and unassign many licenses at once
         * @description Each brings along what it requires, or takes along what needs it. What is taken comes first. One that is refused changes nothing and keeps no other from being made.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        changes: {
                            /** @example emp_01kaj2v7c3h2m8xq4t9w5e6r7y */
                            employee?: string;
                            /** Format: email */
                            email?: string;
                            /** @example flex_port */
                            license_type: string;
                            assigned: boolean;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssignmentsMade"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/assignments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would become of many assignments; changes nothing, by the same decision */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        changes: {
                            /** @example emp_01kaj2v7c3h2m8xq4t9w5e6r7y */
                            employee?: string;
                            /** Format: email */
                            email?: string;
                            /** @example flex_port */
                            license_type: string;
                            assigned: boolean;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AssignmentsMade"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who holds which licenses, and from which billing account
         * @description Employees who are not hidden, those without licenses included.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    search?: string;
                    permission_group?: string;
                };
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Assignments"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/group-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what new employees are given by their permission group, from this account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["GroupRule"][];
                            has_more: boolean;
                            next_cursor: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/group-rules/{grp}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what whoever is made in a permission group is given, from this account
         * @description It counts for employees made from now on; who is there already is assigned by hand. A rule that another account of the company had for the group ends.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                    grp: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        license_types: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["GroupRule"][];
                            has_more: boolean;
                            next_cursor: null;
                        };
                    };
                };
            };
        };
        post?: never;
        /** End a permission group’s rule; what it gave stays assigned */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                    grp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["GroupRule"][];
                            has_more: boolean;
                            next_cursor: null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hide an employee: ends sign-in and assignments, and says what is still paid for
         * @description Hiding never lowers a total; still_paying_for says to what it could be lowered.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HiddenEmployee"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}/show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show an employee again, with the licenses that still have room */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShownEmployee"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the contracts of a billing account by their first day, drafts after them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Contract"][];
                            has_more: boolean;
                            next_cursor: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Sign a contract, or prepare one: a term of months with floors and contracted prices
         * @description Charges nothing. From starts_on every total ordered must reach the floor, and the next renewal raises a total that is below it. With draft: true it binds nobody until it is signed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 2026-11-22 */
                        starts_on: string;
                        months: number;
                        floors: {
                            [key: string]: number;
                        };
                        prices?: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        at_end: "lapse" | "renew";
                        /** @default false */
                        draft?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{ctr}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a contract that was prepared */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ctr: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{ctr}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a contract or a draft */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ctr: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
                    };
                };
            };
        };
        /** Write a draft anew; a signed contract never changes */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ctr: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 2026-11-22 */
                        starts_on: string;
                        months: number;
                        floors: {
                            [key: string]: number;
                        };
                        prices?: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        at_end: "lapse" | "renew";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
                    };
                };
            };
        };
        post?: never;
        /** Discard a draft */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ctr: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{ctr}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a signed contract early, as both sides agreed
         * @description From ends_on, a day to come, the account is month-to-month: floors bind no more, and what is charged from then on costs the catalog’s price. Nothing charged is repriced.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ctr: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 2026-11-22 */
                        ends_on: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the dialer minutes balance, in money and in whole minutes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Minutes"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/minutes/recharge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set automatic recharge; shows today’s computed figures
         * @description usage_based: below 5 days of average usage, buy 14 days of it. fixed: both by hand. The cap is per billing period, before tax; a recharge that would pass it is not made.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mode: "off" | "usage_based" | "fixed";
                        /** @example 100.00 */
                        threshold?: string;
                        /** @example 100.00 */
                        amount?: string;
                        /** @example 100.00 */
                        monthly_cap?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Recharge"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/minutes/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give minutes back in money (operator) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 100.00 */
                        amount: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MinutesEntry"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/minutes/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List every movement of the balance, the newest first, each call with its rate
         * @description `until` is a day of the account’s calendar: what moved up to its end.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    kind?: "purchase" | "usage" | "refund" | "reversal";
                    until?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["MinutesEntry"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/minutes/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was used and bought on each of the last days, and what was left at its end
         * @description Days of the account’s calendar, the oldest first; the last one is today.
         */
        get: {
            parameters: {
                query?: {
                    days?: number;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            days: components["schemas"]["MinutesDay"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a call or message to a number is charged today; null where no rate covers it */
        get: {
            parameters: {
                query: {
                    destination: string;
                    kind?: "voice" | "sms";
                    direction?: "outbound" | "inbound";
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            destination: string;
                            rate: components["schemas"]["RateFound"] | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/ports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See who holds which Flex Port since when, and how many are really needed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ports"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List authorizations and other usage, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    billing_account?: string;
                    employee?: string;
                    reference?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Authorization"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * May this employee do this now? Takes places and holds money if so
         * @description A refusal is an answer, not an error: 200 with `allowed: false` and every failing gate.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example emp_01kaj2v7c3h2m8xq4t9w5e6r7y */
                        employee?: string;
                        /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
                        billing_account?: string;
                        /** @example flex_port */
                        activity: string;
                        /** @example +15551234567 */
                        destination?: string;
                        /** @enum {string} */
                        direction?: "outbound" | "inbound";
                        /** @example 60 */
                        seconds?: number;
                        segments?: number;
                        reference?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Granted"] | components["schemas"]["Refused"] | components["schemas"]["ProvisionallyGranted"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorizations/{auth}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for more time; repeating it changes nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    auth: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 60 */
                        used_seconds: number;
                        /** @example 60 */
                        seconds: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Extended"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorizations/{auth}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Charge what was used and give the rest back; the first settlement stands */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    auth: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 60 */
                        used_seconds: number;
                        used_segments?: number;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T14:05:00Z
                         */
                        ended_at?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settled"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorizations/{auth}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give places and hold back; nothing is charged */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    auth: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Released"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorizations/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 1,000 operations, decided in their order, each with its own result
         * @description One operation that is wrong refuses only itself: its result is a problem. Each may carry its own `idempotency_key`. Fields of an operation are those of the single call, and `authorization` names the one to extend, settle or release.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        operations: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: (components["schemas"]["Granted"] | components["schemas"]["Refused"] | components["schemas"]["Extended"] | components["schemas"]["Settled"] | components["schemas"]["Released"] | components["schemas"]["OperationProblem"])[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorizations/{auth}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an authorization: open, or how it ended and what it was charged */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    auth: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Authorization"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this employee may do now, gate by gate; takes nothing
         * @description Decided by the code that authorizes. A gate that fails twice is listed twice.
         */
        get: {
            parameters: {
                query?: {
                    activity?: string;
                };
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @example emp_01kaj2v7c3h2m8xq4t9w5e6r7y */
                            employee: string;
                            activities: components["schemas"]["ActivityAccess"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report usage as CloudEvents 1.0, one or a batch
         * @description The same (source, id) again is the same event. One that names a known authorization or reference settles it; any other is rated as of `started_at` and marked `unauthorized`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    }[] | {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: ({
                                /**
                                 * @example {
                                 *       "amount": "100.00",
                                 *       "currency": "USD"
                                 *     }
                                 */
                                charged: {
                                    amount: string;
                                    currency: string;
                                };
                                /**
                                 * @example {
                                 *       "amount": "100.00",
                                 *       "currency": "USD"
                                 *     }
                                 */
                                balance: {
                                    amount: string;
                                    currency: string;
                                };
                                /** @enum {boolean} */
                                overrun?: true;
                                /** @enum {boolean} */
                                late?: true;
                                /** @enum {boolean} */
                                conflict?: true;
                                id: string;
                                authorization: string;
                                /** @enum {boolean} */
                                unauthorized?: true;
                            } | components["schemas"]["OperationProblem"])[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/storage/objects/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a stored object */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                    externalId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoredObject"];
                    };
                };
            };
        };
        /** Report a data list, file or recording; a deleted one is thereby restored */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                    externalId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example flex_port */
                        meter: string;
                        kind: string;
                        name: string;
                        bytes: number;
                        records?: number;
                        dialed_records?: number;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T14:05:00Z
                         */
                        created_at: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T14:05:00Z
                         */
                        last_used_at: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoredObject"];
                    };
                };
            };
        };
        post?: never;
        /** Mark an object deleted; it counts until it is purged */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                    externalId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoredObject"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/storage/objects/{externalId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a deletion back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                    externalId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoredObject"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/storage/objects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List stored objects by external id */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    meter?: string;
                    state?: "stored" | "deleted" | "purged";
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["StoredObject"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/storage/largest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The largest objects that count, deleted ones that are not purged included */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["StoredObject"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/storage/purges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List purges */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["StoragePurge"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Free deleted objects for good, and tell the host product to remove them */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        objects: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoragePurge"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is stored, what it will cost, and how to get below the allowance */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Storage"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The eight questions that people ask most, answered with live figures */
        get: {
            parameters: {
                query?: {
                    employee?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answers"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/answers/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One question, answered with live figures */
        get: {
            parameters: {
                query?: {
                    employee?: string;
                };
                header?: never;
                path: {
                    ba: string;
                    question: "why-cannot-dial" | "where-are-my-minutes" | "why-insufficient-ports" | "what-does-a-new-user-cost" | "can-i-get-a-credit" | "how-to-stop-paying-for-leavers" | "why-cannot-lower-licenses" | "how-to-lower-storage-fee";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, the oldest first
         * @description A feed to follow: next_cursor is given also at its end, to go on from later. An event written by a transaction younger than one still open may be shown again with the next page.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    company?: string;
                    billing_account?: string;
                    type?: string;
                    subject?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Event"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{whk}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was or will be sent, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    whk: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["WebhookDelivery"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{whk}/deliveries/{evt}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event once more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    whk: string;
                    evt: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDelivery"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhook endpoints */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["WebhookEndpoint"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Have events sent to an address, signed; the secret is shown this once
         * @description A company's key hears of its company; the operator's of all, or of one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uri */
                        url: string;
                        /** @default [] */
                        types?: string[];
                        description?: string;
                        /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
                        company?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewWebhookEndpoint"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{whk}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook endpoint */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    whk: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEndpoint"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a webhook endpoint; nothing more is sent to it */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    whk: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEndpoint"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a webhook endpoint, or switch it off and on */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    whk: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uri */
                        url?: string;
                        types?: string[];
                        description?: string;
                        enabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEndpoint"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/companies/{co}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the company was told and whoever asks has not dismissed; the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    billing_account?: string;
                    kind?: "paid_but_unassigned" | "renewal_coming" | "contract_ends" | "minutes_run_out" | "minutes_used_up" | "recharge_failed" | "recharge_cap_reached" | "recharge_stopped" | "storage_near" | "storage_over" | "card_expires" | "invoice_issued" | "receipt_issued" | "credit_note_issued" | "payment_failed" | "payment_reminder" | "payment_returned" | "payment_needs_confirmation" | "account_suspended" | "account_resumed" | "approval_wanted" | "approval_decided";
                    unread?: "true" | "false";
                };
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Notice"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many notices whoever asks has not read, counted up to 100 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnreadNotices"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all notices as read */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AllNoticesRead"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{ntc}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a notice as read */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ntc: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notice"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{ntc}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dismiss a notice: whoever asks sees it no more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ntc: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notice"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}/notice-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which notices are mailed to an employee */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoticePreferences"];
                    };
                };
            };
        };
        /**
         * Choose which notices are mailed to an employee
         * @description Kinds that are not named stay as they are. The console shows all of them.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        mailed: {
                            [key: string]: boolean;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoticePreferences"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notice-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what people are told of without asking */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["NoticeKind"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{kind}/preview.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A notice as mail, as a page to look at */
        get: {
            parameters: {
                query: {
                    billing_account: string;
                };
                header?: never;
                path: {
                    kind: "paid_but_unassigned" | "renewal_coming" | "contract_ends" | "minutes_run_out" | "minutes_used_up" | "recharge_failed" | "recharge_cap_reached" | "recharge_stopped" | "storage_near" | "storage_over" | "card_expires" | "invoice_issued" | "receipt_issued" | "credit_note_issued" | "payment_failed" | "payment_reminder" | "payment_returned" | "payment_needs_confirmation" | "account_suspended" | "account_resumed" | "approval_wanted" | "approval_decided";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A notice as mail, as a page to look at */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A notice as mail, with the figures and documents of a billing account
         * @description What has not happened to the account yet is supposed; nothing is sent.
         */
        get: {
            parameters: {
                query: {
                    billing_account: string;
                };
                header?: never;
                path: {
                    kind: "paid_but_unassigned" | "renewal_coming" | "contract_ends" | "minutes_run_out" | "minutes_used_up" | "recharge_failed" | "recharge_cap_reached" | "recharge_stopped" | "storage_near" | "storage_over" | "card_expires" | "invoice_issued" | "receipt_issued" | "credit_note_issued" | "payment_failed" | "payment_reminder" | "payment_returned" | "payment_needs_confirmation" | "account_suspended" | "account_resumed" | "approval_wanted" | "approval_decided";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoticePreview"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts whose due work fails, and why (operator)
         * @description Each is tried again by itself, ever more rarely, and holds up nobody else.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["JobFailure"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/failures/{ba}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have an account’s due work tried again at once (operator) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobFailure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the mails that were sent, wait or could not be sent; the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    company?: string;
                    state?: "pending" | "sent" | "refused" | "abandoned" | "unsent";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Mail"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Send a mail to try the mail server and see how mails look */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Mail"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mails/{mail}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a mail as it was written */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    mail: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailWithText"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mails/{mail}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a mail once more, from the first pause on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    mail: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Mail"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the product was started with; never a secret
         * @description Environment variables decide these; they are read once, at start.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A company’s events as they happen (server-sent events)
         * @description Each message is an event as `GET /v1/events` shows it; its id is the place to go on from, sent back as `Last-Event-ID` or `after`. Without either it begins now. It ends when the key or session ends, and every ten minutes: a browser comes back by itself.
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                };
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A company’s events as they happen (server-sent events) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/funding-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List funding sources, the default first, then the backups as they are tried */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["FundingSource"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a funding source by a token of its payment provider
         * @description The first one is the default; others are backups, tried in their order.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        provider: "sandbox" | "stripe" | "offline";
                        token: string;
                        /** @default false */
                        default?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FundingSource"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/funding-sources/{fs}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a funding source */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fs: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FundingSource"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a funding source; the last valid one can only be replaced */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fs: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FundingSource"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/funding-sources/{fs}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a funding source the default */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fs: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FundingSource"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List quotes, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Quote"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Ask what an order would change and cost
         * @description Changes nothing. It ends after 30 minutes or at local midnight, buys once, and what it shows is what is charged. Minutes: one minor unit to 1,000,000,000 units of the currency.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default {} */
                        totals?: {
                            [key: string]: number;
                        };
                        /** @example 100.00 */
                        minutes?: string;
                        /** @example 2026-11-22 */
                        effective_on?: string;
                        unassign?: {
                            [key: string]: string[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Quote"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/{quo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a quote */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    quo: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Quote"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of the terms that orders accept, the newest first (operator) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Terms"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Publish a version of the terms that orders accept (operator)
         * @description From its day on an order must accept this version; quotes made before are bought by accepting it. A version never changes: what people accepted is kept by its name.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 2027-01 */
                        version: string;
                        /** @example https://example.com/terms */
                        url: string;
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Terms"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List orders and recharges, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Order"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Buy what a quote offers
         * @description Charges the default funding source, or the one named. Where the answer is 503, repeat the same order: it is resumed and never charged twice. A decrease costs nothing, needs no funding source and brings no receipt.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example quo_01kaj2v7c3h2m8xq4t9w5e6r7y */
                        quote: string;
                        authorized_by: {
                            first_name: string;
                            last_name: string;
                        };
                        terms_version: string;
                        /** @example fs_01kaj2v7c3h2m8xq4t9w5e6r7y */
                        funding_source?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Order"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the orders of a company, or of all, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    company?: string;
                    billing_account?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Order"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{ord}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an order, and what became of its payment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ord: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Order"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the sellers with all their versions, the oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Seller"][];
                            has_more: boolean;
                            next_cursor: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sellers/{seller}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Publish what documents say of a seller
         * @description The seller "default" sells to every account for which no other was chosen. Documents that were issued keep what was true then.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    seller: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        legal_name: string;
                        address: {
                            line1: string;
                            line2?: string;
                            city: string;
                            postal_code?: string;
                            region?: string;
                            /** @example US */
                            country: string;
                        };
                        vat_id?: string;
                        tax_number?: string;
                        registration_number?: string;
                        /** Format: email */
                        email?: string;
                        phone?: string;
                        /** Format: uri */
                        website?: string;
                        bank?: {
                            bank_name?: string;
                            account_holder?: string;
                            account: string;
                            bank_code?: string;
                        };
                        logo_text?: string;
                        colour?: string;
                        /** @default  */
                        number_prefix?: string;
                        document_footer?: string;
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Seller"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/seller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seller that a billing account buys from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            billing_account: string;
                            seller: string;
                        };
                    };
                };
            };
        };
        /** Choose the seller that a billing account buys from */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example flex_port */
                        seller: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            billing_account: string;
                            seller: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/buyer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What documents say of the buyer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Buyer"];
                    };
                };
            };
        };
        /**
         * Enter what documents say of the buyer from now on
         * @description Its country and region decide the taxes; a VAT id of another EU country than the seller's shifts them to the buyer. Documents that were issued stay as they are.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        legal_name: string;
                        address: {
                            line1: string;
                            line2?: string;
                            city: string;
                            postal_code?: string;
                            region?: string;
                            /** @example US */
                            country: string;
                        };
                        vat_id?: string;
                        tax_number?: string;
                        registration_number?: string;
                        purchase_order?: string;
                        /** Format: email */
                        invoice_email?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Buyer"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the taxes with all their versions, the oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["TaxVersion"][];
                            has_more: boolean;
                            next_cursor: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-rates/{jurisdiction}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Publish a version of a tax
         * @description Rates in percent for each category; without rates the tax is charged no more. With prices_include the prices of licenses and storage contain it; on minutes it always comes on top. An effective day before one on which the tax was charged is refused.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    jurisdiction: string;
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        rates: {
                            /** @example 19 */
                            licenses?: string;
                            /** @example 19 */
                            minutes?: string;
                            /** @example 19 */
                            storage?: string;
                        };
                        /** @default false */
                        prices_include?: boolean;
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaxVersion"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the certificates of exemption of a company, or of all, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    company?: string;
                    billing_account?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["TaxExemption"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/tax-exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the certificates by which a billing account is not taxed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["TaxExemption"][];
                            has_more: boolean;
                            next_cursor: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Record a certificate of exemption
         * @description Takes away the taxes of its jurisdiction; a country's covers its regions.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example US-NY */
                        jurisdiction: string;
                        certificate: string;
                        reason: string;
                        /** @example 2026-11-22 */
                        valid_from: string;
                        /** @example 2026-11-22 */
                        valid_to?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaxExemption"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-exemptions/{txe}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a certificate of exemption */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    txe: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaxExemption"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-exemptions/{txe}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a certificate after a last day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    txe: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 2026-11-22 */
                        valid_to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaxExemption"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{inv}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the credit notes of an invoice */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inv: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["CreditNote"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Mend a mistake in an invoice
         * @description For a charge in error, an outage or a tax; never for what was not used.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inv: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines: {
                            /** @default 1 */
                            line?: number;
                            /** @example 100.00 */
                            amount: string;
                            description?: string;
                        }[];
                        /** @enum {string} */
                        reason: "charged_in_error" | "outage" | "tax";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invoice"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the credit notes of a billing account, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["CreditNote"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the credit notes of a company, or of all, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    company?: string;
                    billing_account?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["CreditNote"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{crn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a credit note */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    crn: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreditNote"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{rcp}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a receipt as a PDF
         * @description Tagged PDF/A-3, as it was issued: the same bytes whenever it is asked for.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rcp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Read a receipt as a PDF */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{rcp}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a receipt as a page to print */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rcp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Read a receipt as a page to print */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{inv}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an invoice as a PDF
         * @description Tagged PDF/A-3, as it was issued: the same bytes whenever it is asked for.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inv: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Read an invoice as a PDF */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{inv}/e-invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an invoice as an electronic invoice (EN 16931)
         * @description UBL or CII as XML, or Factur-X: the PDF with the CII in it. Refused where the seller or the buyer’s address had not been entered when it was issued.
         */
        get: {
            parameters: {
                query?: {
                    format?: "ubl" | "cii" | "facturx";
                };
                header?: never;
                path: {
                    inv: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Read an invoice as an electronic invoice (EN 16931) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/xml": string;
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{inv}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an invoice as a page to print */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inv: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Read an invoice as a page to print */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{crn}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a credit note as a PDF
         * @description Tagged PDF/A-3, as it was issued: the same bytes whenever it is asked for.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    crn: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Read a credit note as a PDF */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{crn}/e-invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a credit note as an electronic invoice (EN 16931)
         * @description UBL or CII as XML, or Factur-X: the PDF with the CII in it. Refused where the seller or the buyer’s address had not been entered when it was issued.
         */
        get: {
            parameters: {
                query?: {
                    format?: "ubl" | "cii" | "facturx";
                };
                header?: never;
                path: {
                    crn: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Read a credit note as an electronic invoice (EN 16931) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/xml": string;
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{crn}/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a credit note as a page to print */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    crn: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Read a credit note as a page to print */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounting/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account numbers that the journal is written with */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountingChart"];
                    };
                };
            };
        };
        /** Enter the account numbers of your bookkeeping */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountingChartInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountingChart"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounting/documents.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receipts, invoices and credit notes of every account on the real clock, as CSV
         * @description One row a document. By local days, the first and the last included; without them everything.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Receipts, invoices and credit notes of every account on the real clock, as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/documents.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receipts, invoices and credit notes of a billing account, as CSV
         * @description One row a document. By local days, the first and the last included; without them everything.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Receipts, invoices and credit notes of a billing account, as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounting/document-lines.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines of receipts, invoices and credit notes of every account on the real clock, as CSV
         * @description One row a line. By local days, the first and the last included; without them everything.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The lines of receipts, invoices and credit notes of every account on the real clock, as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/document-lines.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines of receipts, invoices and credit notes of a billing account, as CSV
         * @description One row a line. By local days, the first and the last included; without them everything.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The lines of receipts, invoices and credit notes of a billing account, as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounting/journal.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A journal of double entries of every account on the real clock, as CSV
         * @description One row a posting; those of a transaction are together zero. By local days, the first and the last included; without them everything.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A journal of double entries of every account on the real clock, as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/journal.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A journal of double entries of a billing account, as CSV
         * @description One row a posting; those of a transaction are together zero. By local days, the first and the last included; without them everything.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A journal of double entries of a billing account, as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find receipts, invoices and credit notes by their number
         * @description Its digits are enough: `42` finds INV-000042 and R-000042.
         */
        get: {
            parameters: {
                query: {
                    number: string;
                };
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["NumberedDocument"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List receipts, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Receipt"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the receipts of a company, or of all, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    company?: string;
                    billing_account?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Receipt"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{rcp}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a receipt */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rcp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Receipt"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List invoices, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Invoice"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the invoices of a company, or of all, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    company?: string;
                    billing_account?: string;
                    status?: "open" | "payment_pending" | "paid" | "credited" | "written_off";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Invoice"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/invoices/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoice that the next period start would bring
         * @description Licenses at their coming totals, and this period’s storage so far.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UpcomingInvoice"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{inv}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an invoice and where it stands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inv: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invoice"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{inv}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down a check or wire that came for an invoice */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inv: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example 100.00 */
                        amount: string;
                        reference: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invoice"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{inv}/write-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up an invoice that nobody will pay
         * @description All that is owed of it becomes a loss (bad debts in the journal), and its dunning ends, with a suspension for it. Should money come after all, write it down as a payment.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inv: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        reason: "insolvent" | "untraceable" | "time_barred" | "settled_for_less" | "not_worth_collecting";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invoice"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every attempt to move money, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Payment"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the payments of a company, or of all, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    company?: string;
                    billing_account?: string;
                    status?: "prepared" | "unknown" | "pending" | "requires_action" | "succeeded" | "declined" | "bounced" | "reversed" | "refund_due" | "refunded";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Payment"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{pay}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a payment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    pay: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Payment"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{pay}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write down that a payment was taken back (a chargeback)
         * @description Minutes bought by it leave the balance, below zero if need be, and recharge stops; licenses stay and are owed again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    pay: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Payment"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renewal-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List renewal runs, the newest first
         * @description A run goes on from the first moment at which a renewal is due until none is.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RenewalRun"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renewal-runs/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the renewals stand: due, done, failed, how fast, how long still
         * @description run is the one under way, or else the last one; done is what it has renewed. seconds_left is null where nothing is under way.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: components["schemas"]["RenewalRun"] | null;
                            due: number;
                            done: number;
                            failed: number;
                            accounts_per_second: number;
                            seconds_left: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renewal-runs/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts whose renewal failed, and why
         * @description Each is tried again by itself, ever more rarely, and holds up nobody else’s.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RenewalFailure"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renewal-runs/failures/{ba}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a renewal that failed tried again at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RenewalFailure"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renewal-runs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the renewals due until an instant would charge, beside the last ones
         * @description Changes nothing. Account by account, each account’s next renewal, with the difference to its last one. Without until: what is due now.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RenewalComparison"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/mrr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Monthly recurring revenue and why it moved
         * @description What the license totals in force cost a month, before tax, as each month begins and ends. The movements of a month sum to the difference; losses are negative. By calendar months of each account’s zone, up to the running one of the zone that is furthest ahead; without company or billing_account, of every account on the real clock.
         */
        get: {
            parameters: {
                query?: {
                    billing_account?: string;
                    company?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            to: string;
                            data: components["schemas"]["MrrReportRow"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/mrr.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Monthly recurring revenue and why it moved, as CSV
         * @description What the license totals in force cost a month, before tax, as each month begins and ends. The movements of a month sum to the difference; losses are negative. By calendar months of each account’s zone, up to the running one of the zone that is furthest ahead; without company or billing_account, of every account on the real clock.
         */
        get: {
            parameters: {
                query?: {
                    billing_account?: string;
                    company?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Monthly recurring revenue and why it moved, as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revenue charged, recognized and deferred
         * @description Licenses are earned day by day of the days they were charged for, storage when it is charged (in arrears), minutes when they are used. Before tax, credits taken off. deferred is what was charged and not yet earned at the end of the month. By calendar months of each account’s zone, up to the running one of the zone that is furthest ahead; without company or billing_account, of every account on the real clock.
         */
        get: {
            parameters: {
                query?: {
                    billing_account?: string;
                    company?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            to: string;
                            data: components["schemas"]["RevenueReportRow"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/revenue.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revenue charged, recognized and deferred, as CSV
         * @description Licenses are earned day by day of the days they were charged for, storage when it is charged (in arrears), minutes when they are used. Before tax, credits taken off. deferred is what was charged and not yet earned at the end of the month. By calendar months of each account’s zone, up to the running one of the zone that is furthest ahead; without company or billing_account, of every account on the real clock.
         */
        get: {
            parameters: {
                query?: {
                    billing_account?: string;
                    company?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revenue charged, recognized and deferred, as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dialer minutes sold, used and held
         * @description In money. balance is what was sold and neither used nor taken back at the end of the month; held is what calls that go on hold of it now, in the last month asked for. By calendar months of each account’s zone, up to the running one of the zone that is furthest ahead; without company or billing_account, of every account on the real clock.
         */
        get: {
            parameters: {
                query?: {
                    billing_account?: string;
                    company?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            to: string;
                            data: components["schemas"]["MinutesReportRow"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/minutes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dialer minutes sold, used and held, as CSV
         * @description In money. balance is what was sold and neither used nor taken back at the end of the month; held is what calls that go on hold of it now, in the last month asked for. By calendar months of each account’s zone, up to the running one of the zone that is furthest ahead; without company or billing_account, of every account on the real clock.
         */
        get: {
            parameters: {
                query?: {
                    billing_account?: string;
                    company?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Dialer minutes sold, used and held, as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/utilization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Licenses paid for, assigned and in use at the peak
         * @description paid and assigned as each month ends. peak_in_use is the most places taken at once within the month, summed over the accounts; null for types that no activity takes a place of. By calendar months of each account’s zone, up to the running one of the zone that is furthest ahead; without company or billing_account, of every account on the real clock.
         */
        get: {
            parameters: {
                query?: {
                    billing_account?: string;
                    company?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            to: string;
                            data: components["schemas"]["UtilizationReportRow"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/utilization.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Licenses paid for, assigned and in use at the peak, as CSV
         * @description paid and assigned as each month ends. peak_in_use is the most places taken at once within the month, summed over the accounts; null for types that no activity takes a place of. By calendar months of each account’s zone, up to the running one of the zone that is furthest ahead; without company or billing_account, of every account on the real clock.
         */
        get: {
            parameters: {
                query?: {
                    billing_account?: string;
                    company?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Licenses paid for, assigned and in use at the peak, as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/receivables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is owed, by how long it is past due
         * @description At the end of a day, today if none is named: what had been issued by then less what had been paid or credited by then.
         */
        get: {
            parameters: {
                query?: {
                    billing_account?: string;
                    company?: string;
                    on?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @example 2026-11-22 */
                            on: string;
                            data: components["schemas"]["ReceivablesReportRow"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/receivables.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is owed, by how long it is past due, as CSV
         * @description At the end of a day, today if none is named: what had been issued by then less what had been paid or credited by then.
         */
        get: {
            parameters: {
                query?: {
                    billing_account?: string;
                    company?: string;
                    on?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What is owed, by how long it is past due, as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The next invoices if something were ordered, signed, priced or somebody hired
         * @description Changes nothing. Computed by the code that charges, so it is what would be charged, to the cent, if what is supposed came true and nothing else changed. What an order would be refused on its day is refused here, with its pointer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 12 */
                        invoices?: number;
                        /** @default [] */
                        changes?: {
                            /** @example 2026-11-22 */
                            on: string;
                            totals?: {
                                [key: string]: number;
                            };
                            /** @example 2026-11-22 */
                            effective_on?: string;
                            hires?: {
                                people: number;
                                licenses: string[];
                            };
                            leavers?: {
                                people: number;
                                licenses: string[];
                            };
                        }[];
                        contract?: {
                            /** @example 2026-11-22 */
                            starts_on: string;
                            months: number;
                            floors: {
                                [key: string]: number;
                            };
                            prices?: {
                                [key: string]: string;
                            };
                            /** @enum {string} */
                            at_end: "lapse" | "renew";
                        };
                        prices?: {
                            /** @example 2026-11-22 */
                            from: string;
                            prices: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Simulation"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dunning-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of the dunning schedule, the newest first (operator) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["DunningSchedule"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Publish a version of the dunning schedule (operator)
         * @description In force for what falls past due from then on; what is being dunned already goes on by the version that it began with. An account is suspended the days of grace after the last retry.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        retry_days: number[];
                        notice_days: number[];
                        grace_days: number;
                        /** @example 2026-11-22 */
                        effective_on?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DunningSchedule"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dunning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts that are past due, the longest first (operator) */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["PastDueAccount"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{inv}/collect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge an open invoice now
         * @description The funding source named first, then the default and its backups in their order. What became of it stands in the answer: paid, on its way, or open with the last failure.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inv: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example fs_01kaj2v7c3h2m8xq4t9w5e6r7y */
                        funding_source?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invoice"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a billing account for ever
         * @description Possible once all totals are 0 and no contract runs. Its last storage is invoiced, and the minutes that are left are stated; only the operator gives minutes back.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClosedAccount"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{emp}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what an employee has asked for, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    status?: "open" | "approving" | "approved" | "declined" | "withdrawn";
                };
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["EmployeeRequest"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Ask those who can mend it: an employee who was refused sends the remedy
         * @description Takes the activity, and the code of one of the reasons for which it was refused. Asking again while the request is open gives the same one. At most ten a day.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    emp: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @example flex_port */
                        activity: string;
                        /** @example flex_port */
                        reason: string;
                        /** @example flex_port */
                        remedy?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmployeeRequest"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{co}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what employees have asked for, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    status?: "open" | "approving" | "approved" | "declined" | "withdrawn";
                };
                header?: never;
                path: {
                    co: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["EmployeeRequest"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{req}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a request: what became of it, and what approving costs now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    req: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmployeeRequest"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{req}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a request; by whoever asked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    req: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmployeeRequest"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{req}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do exactly what a request shows
         * @description Needs the permissions that doing it by hand needs. Where it costs other than was shown, or than `expected` says, it is refused with the new figures and nothing is bought. A key names who authorizes a purchase; a person does by Authorized-By. After 503 repeat it: the same order is resumed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    req: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        expected?: {
                            /**
                             * @example {
                             *       "amount": "100.00",
                             *       "currency": "USD"
                             *     }
                             */
                            due_now: {
                                amount: string;
                                currency: string;
                            };
                            /**
                             * @example {
                             *       "amount": "100.00",
                             *       "currency": "USD"
                             *     }
                             */
                            recurring: {
                                amount: string;
                                currency: string;
                            };
                        };
                        authorized_by?: {
                            first_name: string;
                            last_name: string;
                        };
                        terms_version?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmployeeRequest"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{req}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a request, and say why */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    req: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmployeeRequest"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the payment providers of this installation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["PaymentProvider"][];
                            has_more: boolean;
                            next_cursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-accounts/{ba}/funding-source-setups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a page of the provider’s on which a card or bank account is given
         * @description Send the customer to `url`. They come back to the billing account in the console; what they gave is added when the provider tells of it, or when the set-up is finished.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ba: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default stripe
                         * @enum {string}
                         */
                        provider?: "stripe";
                        /** @default false */
                        default?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FundingSourceSetup"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/funding-source-setups/{fss}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a set-up as it is known; finishing it asks the provider */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fss: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FundingSourceSetup"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/funding-source-setups/{fss}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the provider what became of a set-up, and add what was given */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fss: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never> | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FundingSourceSetup"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        PasskeyCredentialInput: {
            id: string;
            rawId: string;
            /** @constant */
            type: "public-key";
            response: {
                clientDataJSON: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        AccountingChartInput: {
            /** @example 1200 */
            cash: string;
            /** @example 1200 */
            receivables: string;
            /** @example 1200 */
            refunds_payable: string;
            /** @example 1200 */
            tax_payable: string;
            /** @example 1200 */
            prepaid_minutes: string;
            /** @example 1200 */
            license_revenue: string;
            /** @example 1200 */
            storage_revenue: string;
            /** @example 1200 */
            usage_revenue: string;
            /** @example 1200 */
            bad_debt: string;
        };
        StaffPolicyInput: {
            two_factor_required: boolean;
        };
        Passkey: {
            /** @example pky_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            name: string;
            backed_up: boolean;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
        };
        PasskeyOptions: {
            challenge: string;
        } & {
            [key: string]: unknown;
        };
        SsoConnection: {
            /** @example sso_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            issuer: string;
            client_id: string;
            domain: string;
            domain_verified: boolean;
            domain_verified_at: string | null;
            domain_record: {
                name: string;
                /** @constant */
                type: "TXT";
                text: string;
            };
            redirect_uri: string;
        };
        SignInPolicy: {
            two_factor_required: boolean;
            sso_required: boolean;
        };
        ActivityAccess: {
            activity: string;
            name: string;
            allowed: boolean;
            checks: {
                /** @enum {string} */
                gate: "standing" | "hidden" | "permission" | "licenses" | "places" | "minutes";
                passed: boolean;
                code?: string;
                message?: string;
                admin_message?: string;
                details?: {
                    [key: string]: unknown;
                };
                remedies?: {
                    action: string;
                    label: string;
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    due_now?: {
                        amount: string;
                        currency: string;
                    };
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    recurring?: {
                        amount: string;
                        currency: string;
                    };
                    link: string;
                }[];
            }[];
        };
        AccountingChart: {
            /** @example 1200 */
            cash: string;
            /** @example 1200 */
            receivables: string;
            /** @example 1200 */
            refunds_payable: string;
            /** @example 1200 */
            tax_payable: string;
            /** @example 1200 */
            prepaid_minutes: string;
            /** @example 1200 */
            license_revenue: string;
            /** @example 1200 */
            storage_revenue: string;
            /** @example 1200 */
            usage_revenue: string;
            /** @example 1200 */
            bad_debt: string;
        };
        Answer: {
            /** @enum {string} */
            question: "why-cannot-dial" | "where-are-my-minutes" | "why-insufficient-ports" | "what-does-a-new-user-cost" | "can-i-get-a-credit" | "how-to-stop-paying-for-leavers" | "why-cannot-lower-licenses" | "how-to-lower-storage-fee";
            answer: string;
            facts: {
                [key: string]: unknown;
            };
            remedies: {
                action: string;
                label: string;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                due_now?: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                recurring?: {
                    amount: string;
                    currency: string;
                };
                link: string;
            }[];
        };
        ApiKey: {
            /** @example key_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            company: string | null;
            name: string;
            scopes: string[];
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            revoked_at: string | null;
        };
        CreatedApiKey: {
            /** @example key_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            company: string | null;
            name: string;
            scopes: string[];
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            revoked_at: string | null;
            key?: string;
        };
        Employee: {
            /** @example emp_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
            company: string;
            first_name: string;
            last_name: string;
            email: string;
            permission_group: string;
            permissions: string[];
            hidden: boolean;
            hidden_at: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
        };
        EmployeeLicenses: {
            /** @example emp_01kaj2v7c3h2m8xq4t9w5e6r7y */
            employee: string;
            billing_account: string | null;
            licenses: {
                license_type: string;
                /** @example 2026-11-22T14:05:00.000Z */
                assigned_at: string;
                ends_at: string | null;
            }[];
        };
        PendingTotal: {
            license_type: string;
            total: number;
            /** @example 2026-11-22 */
            effective_on: string;
        };
        Assignments: {
            billing_account: string | null;
            licenses: {
                license_type: string;
                /** @example 2026-11-22T14:05:00.000Z */
                assigned_at: string;
                ends_at: string | null;
            }[];
            employee: components["schemas"]["Employee"];
        };
        AssignmentOutcome: {
            employee: string | null;
            name: string | null;
            email: string | null;
            license_type: string;
            /** @enum {string} */
            outcome: "assigned" | "unassigned" | "unchanged" | "refused";
            license_types: string[];
            problem?: {
                code: string;
                detail: string;
                remedies: {
                    action: string;
                    label: string;
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    due_now?: {
                        amount: string;
                        currency: string;
                    };
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    recurring?: {
                        amount: string;
                        currency: string;
                    };
                    link: string;
                }[];
            };
        };
        AssignmentsMade: {
            counts: {
                assigned: number;
                unassigned: number;
                unchanged: number;
                refused: number;
            };
            results: components["schemas"]["AssignmentOutcome"][];
        };
        AuditEntry: {
            /** @example aud_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            company: string | null;
            action: string;
            subject: string;
            employee_name: string | null;
            billing_account: string | null;
            actor: {
                kind: string;
                id: string;
                name: string;
            };
            authorized_by: {
                first_name: string;
                last_name: string;
                terms_version: string;
            } | null;
            before: unknown;
            after: unknown;
            /** @example 2026-11-22T14:05:00.000Z */
            occurred_at: string;
            /** @example 2026-11-22T14:05:00.000Z */
            recorded_at: string;
        };
        Reason: {
            code: string;
            message: string;
            admin_message: string;
            details: {
                [key: string]: unknown;
            };
            remedies: {
                action: string;
                label: string;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                due_now?: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                recurring?: {
                    amount: string;
                    currency: string;
                };
                link: string;
            }[];
        };
        Granted: {
            /** @constant */
            allowed: true;
            id: string;
            granted_seconds: number;
            final: boolean;
            /** @example 2026-11-22T14:05:00.000Z */
            expires_at: string;
            places: {
                license_type: string;
            }[];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            hold: {
                amount: string;
                currency: string;
            };
            /** @enum {string} */
            counts_from: "start" | "answer";
        };
        Refused: {
            /** @constant */
            allowed: false;
            reasons: components["schemas"]["Reason"][];
        };
        ProvisionallyGranted: {
            /** @constant */
            allowed: true;
            id: string;
            granted_seconds: number;
            final: boolean;
            /** @example 2026-11-22T14:05:00.000Z */
            expires_at: string;
            places: {
                license_type: string;
            }[];
            /** @constant */
            provisional: true;
        };
        Extended: {
            granted_seconds: number;
            /** @example 2026-11-22T14:05:00.000Z */
            expires_at: string;
            final: boolean;
        };
        Settled: {
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            charged: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            balance: {
                amount: string;
                currency: string;
            };
            /** @constant */
            overrun?: true;
            /** @constant */
            late?: true;
            /** @constant */
            conflict?: true;
        };
        Released: {
            id: string;
            outcome: string;
        };
        OperationProblem: {
            code: string;
            detail: string;
            status: number;
        } & {
            [key: string]: unknown;
        };
        Authorization: {
            id: string;
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            billing_account: string;
            employee: string | null;
            activity: string;
            direction: string | null;
            destination: string | null;
            reference: string | null;
            /** @enum {string} */
            state: "open" | "settled" | "released" | "expired" | "ended" | "unauthorized";
            /** @example 2026-11-22T14:05:00.000Z */
            granted_at: string;
            expires_at: string | null;
            ended_at: string | null;
            granted_seconds: number;
            used_seconds: number;
            used_segments: number | null;
            places: {
                license_type: string;
            }[];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            hold: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            charged: {
                amount: string;
                currency: string;
            };
            rate: {
                code: string;
                version: number;
            } | null;
            overrun: boolean;
            late: boolean;
            conflict: boolean;
        };
        BillingAccount: {
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
            company: string;
            name: string;
            currency: string;
            time_zone: string;
            /** @example 2026-11-22 */
            anchor_date: string;
            test_clock: string | null;
            /** @enum {string} */
            standing: "good" | "suspended" | "closed";
            suspended_reason: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            now: string;
            /** @example 2026-11-22 */
            today: string;
            period: {
                /** @example 2026-11-22 */
                start: string;
                /** @example 2026-11-22 */
                end: string;
            };
            /** @example 2026-11-22T14:05:00.000Z */
            opened_at: string;
            closed_at: string | null;
        };
        MinutesUsage: {
            activity: string;
            employee: string | null;
            name: string | null;
            direction: string | null;
            destination: string | null;
            used_seconds: number;
            used_segments: number | null;
            rate: {
                code: string;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                price: {
                    amount: string;
                    currency: string;
                };
                first_seconds: number;
                next_seconds: number;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                connection_fee: {
                    amount: string;
                    currency: string;
                };
            } | null;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            held: {
                amount: string;
                currency: string;
            };
        };
        MinutesEntry: {
            sequence: number;
            /** @enum {string} */
            kind: "purchase" | "usage" | "refund" | "reversal";
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            amount: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            balance: {
                amount: string;
                currency: string;
            };
            subject: string;
            reason: string | null;
            usage: components["schemas"]["MinutesUsage"] | null;
            /** @example 2026-11-22T14:05:00.000Z */
            occurred_at: string;
        };
        MinutesDay: {
            /** @example 2026-11-22 */
            day: string;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            used: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            added: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            balance: {
                amount: string;
                currency: string;
            };
        };
        Recharge: {
            /** @enum {string} */
            mode: "off" | "usage_based" | "fixed";
            /** @enum {string} */
            state: "off" | "stopped" | "no_usage" | "enough" | "in_flight" | "backing_off" | "monthly_cap" | "due";
            threshold: {
                amount: string;
                currency: string;
            } | null;
            amount: {
                amount: string;
                currency: string;
            } | null;
            monthly_cap: {
                amount: string;
                currency: string;
            } | null;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            recharged_this_period: {
                amount: string;
                currency: string;
            };
            stopped_reason: string | null;
            retry_at: string | null;
        };
        Minutes: {
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            balance: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            held: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            available: {
                amount: string;
                currency: string;
            };
            minutes_at_base_rate: number | null;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            pending_purchases: {
                amount: string;
                currency: string;
            };
            recharge: components["schemas"]["Recharge"];
            run_out_on: string | null;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            average_daily_usage: {
                amount: string;
                currency: string;
            };
        };
        StoredObject: {
            external_id: string;
            meter: string;
            kind: string;
            name: string;
            bytes: number;
            records?: number;
            dialed_records?: number;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            /** @example 2026-11-22T14:05:00.000Z */
            last_used_at: string;
            /** @enum {string} */
            state: "stored" | "deleted" | "purged";
            /** @example 2026-11-22T14:05:00.000Z */
            state_since: string;
            version: number;
        };
        StoragePurge: {
            id: string;
            objects: string[];
            freed_bytes: number;
            /** @example 2026-11-22T14:05:00.000Z */
            requested_at: string;
        };
        Storage: {
            period: {
                /** @example 2026-11-22 */
                start: string;
                /** @example 2026-11-22 */
                end: string;
            };
            users: number;
            meters: {
                [key: string]: {
                    name: string;
                    used_bytes: number;
                    allowance_bytes: number;
                    over_bytes: number;
                    price_per_gb: {
                        amount: string;
                        currency: string;
                    } | null;
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    projected_fee: {
                        amount: string;
                        currency: string;
                    };
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    fee_per_month: {
                        amount: string;
                        currency: string;
                    };
                };
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            projected_fee: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            fee_per_month: {
                amount: string;
                currency: string;
            };
            purge_plan: {
                objects: string[];
                kind: string;
                meter: string;
                why: string;
                delete_first: boolean;
                frees_bytes: number;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                saves_per_month: {
                    amount: string;
                    currency: string;
                };
            }[];
        };
        License: {
            name: string;
            /** @enum {string} */
            kind: "named" | "pooled";
            /** @enum {string} */
            unit: "seat" | "port";
            total: number;
            assigned: number;
            in_use: number;
            peak_30d: number;
            available: number;
            floor?: number;
            /** @example 2026-11-22 */
            floor_ends_on?: string;
            /** @example 2026-11-22 */
            lower_possible_from?: string;
            unit_price: {
                amount: string;
                currency: string;
            } | null;
            pending?: {
                total: number;
                /** @example 2026-11-22 */
                effective_on: string;
            };
            raise?: {
                total: number;
                /** @example 2026-11-22 */
                effective_on: string;
            };
        };
        ContractInForce: {
            /** @example ctr_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @example 2026-11-22 */
            starts_on: string;
            /** @example 2026-11-22 */
            ends_on: string;
            months: number;
            /** @enum {string} */
            at_end: "lapse" | "renew";
            floors: {
                [key: string]: number;
            };
            prices: {
                [key: string]: {
                    amount: string;
                    currency: string;
                };
            };
        };
        BillingAccountDetails: {
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
            company: string;
            name: string;
            currency: string;
            time_zone: string;
            /** @example 2026-11-22 */
            anchor_date: string;
            test_clock: string | null;
            /** @enum {string} */
            standing: "good" | "suspended" | "closed";
            suspended_reason: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            now: string;
            /** @example 2026-11-22 */
            today: string;
            period: {
                /** @example 2026-11-22 */
                start: string;
                /** @example 2026-11-22 */
                end: string;
            };
            /** @example 2026-11-22T14:05:00.000Z */
            opened_at: string;
            closed_at: string | null;
            licenses: {
                [key: string]: components["schemas"]["License"];
            };
            contract?: components["schemas"]["ContractInForce"];
            minutes: components["schemas"]["Minutes"];
            storage: components["schemas"]["Storage"];
        };
        BillingAccountSummary: {
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
            company: string;
            name: string;
            currency: string;
            time_zone: string;
            /** @example 2026-11-22 */
            anchor_date: string;
            test_clock: string | null;
            /** @enum {string} */
            standing: "good" | "suspended" | "closed";
            suspended_reason: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            now: string;
            /** @example 2026-11-22 */
            today: string;
            period: {
                /** @example 2026-11-22 */
                start: string;
                /** @example 2026-11-22 */
                end: string;
            };
            /** @example 2026-11-22T14:05:00.000Z */
            opened_at: string;
            closed_at: string | null;
            licenses: {
                [key: string]: components["schemas"]["License"];
            };
            contract?: components["schemas"]["ContractInForce"];
            minutes: components["schemas"]["Minutes"];
            storage: components["schemas"]["Storage"];
            latest_receipts: {
                /** @example rcp_01kaj2v7c3h2m8xq4t9w5e6r7y */
                id: string;
                number: string;
                /** @example 2026-11-22 */
                issued_on: string;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                total: {
                    amount: string;
                    currency: string;
                };
            }[];
            alerts: {
                code: string;
                /** @enum {string} */
                level: "critical" | "warning" | "info";
                message: string;
                remedies: {
                    action: string;
                    label: string;
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    due_now?: {
                        amount: string;
                        currency: string;
                    };
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    recurring?: {
                        amount: string;
                        currency: string;
                    };
                    link: string;
                }[];
            }[];
        };
        CatalogVersion: {
            code: string;
            version: number;
            effective_on: string | null;
            published_at: string;
        } & {
            [key: string]: unknown;
        };
        CatalogEntry: {
            code: string;
            versions: components["schemas"]["CatalogVersion"][];
        } & {
            [key: string]: unknown;
        };
        Catalog: {
            license_types: components["schemas"]["CatalogEntry"][];
            activities: components["schemas"]["CatalogEntry"][];
            rates: components["schemas"]["CatalogEntry"][];
            storage_meters: components["schemas"]["CatalogEntry"][];
        };
        CatalogDraft: {
            /** @example cdr_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @enum {string} */
            kind: "license_type" | "activity" | "rate" | "storage_meter";
            code: string;
            effective_on: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            saved_at: string;
            saved_by: string;
            /** @description The fields of the version to be */
            body: {
                [key: string]: unknown;
            };
        };
        CatalogDraftEffect: {
            currency: string;
            accounts: number;
            licenses: number;
            contracted: number;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            before: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            after: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            difference: {
                amount: string;
                currency: string;
            };
        };
        DocumentLine: {
            /** @enum {string} */
            kind: "license_increase" | "license_renewal" | "minutes" | "storage" | "credit";
            description: string;
            license_type?: string;
            meter?: string;
            from?: number;
            to?: number;
            quantity: number | string;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            unit_price: {
                amount: string;
                currency: string;
            };
            days_charged?: number;
            days_in_period?: number;
            period?: {
                /** @example 2026-11-22 */
                start: string;
                /** @example 2026-11-22 */
                end: string;
            };
            /** @example 2026-11-22 */
            effective_on: string;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            amount: {
                amount: string;
                currency: string;
            };
            price_source: {
                /** @constant */
                from: "catalog";
                code: string;
                version: number;
            } | {
                /** @constant */
                from: "contract";
                contract: string;
            } | {
                /** @constant */
                from: "request";
            } | {
                /** @constant */
                from: "document";
                document: string;
                position: number;
            };
        };
        Receipt: {
            /** @example rcp_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            number: string;
            billing_account: string;
            kind: string;
            /** @example 2026-11-22 */
            issued_on: string;
            /** @example 2026-11-22T14:05:00.000Z */
            issued_at: string;
            order: string | null;
            invoice: string | null;
            paid_with: string | null;
            lines: components["schemas"]["DocumentLine"][];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            net: {
                amount: string;
                currency: string;
            };
            taxes: {
                name: string;
                jurisdiction: string;
                rate: string;
                included: boolean;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                net: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                amount: {
                    amount: string;
                    currency: string;
                };
            }[];
            tax_notes: string[];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            tax: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            total: {
                amount: string;
                currency: string;
            };
        };
        Invoice: {
            /** @example inv_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            number: string;
            billing_account: string;
            kind: string;
            /** @enum {string} */
            status: "open" | "payment_pending" | "paid" | "credited" | "written_off";
            /** @example 2026-11-22 */
            issued_on: string;
            /** @example 2026-11-22T14:05:00.000Z */
            issued_at: string;
            /** @example 2026-11-22 */
            due_on: string;
            period: {
                /** @example 2026-11-22 */
                start: string;
                /** @example 2026-11-22 */
                end: string;
            } | null;
            order: string | null;
            lines: components["schemas"]["DocumentLine"][];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            net: {
                amount: string;
                currency: string;
            };
            taxes: {
                name: string;
                jurisdiction: string;
                rate: string;
                included: boolean;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                net: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                amount: {
                    amount: string;
                    currency: string;
                };
            }[];
            tax_notes: string[];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            tax: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            total: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            paid: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            credited: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            written_off: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            outstanding: {
                amount: string;
                currency: string;
            };
            settlements: {
                /** @enum {string} */
                kind: "payment" | "credit" | "reversal" | "write_off" | "recovery";
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                amount: {
                    amount: string;
                    currency: string;
                };
                payment: string | null;
                credit_note: string | null;
                reference: string | null;
                /** @example 2026-11-22T14:05:00.000Z */
                at: string;
            }[];
            attempts: number;
            last_attempt_at: string | null;
            last_failure: string | null;
            next_attempt_at: string | null;
        };
        UpcomingInvoice: {
            number: null;
            /** @constant */
            status: "upcoming";
            billing_account: string;
            period: {
                /** @example 2026-11-22 */
                start: string;
                /** @example 2026-11-22 */
                end: string;
            };
            /** @example 2026-11-22 */
            due_on: string;
            lines: components["schemas"]["DocumentLine"][];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            net: {
                amount: string;
                currency: string;
            };
            taxes: {
                name: string;
                jurisdiction: string;
                rate: string;
                included: boolean;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                net: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                amount: {
                    amount: string;
                    currency: string;
                };
            }[];
            tax_notes: string[];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            tax: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            total: {
                amount: string;
                currency: string;
            };
        };
        Payment: {
            /** @example pay_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            billing_account: string;
            funding_source: string;
            provider: string;
            /** @enum {string} */
            purpose: "order" | "invoice";
            subject: string;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            amount: {
                amount: string;
                currency: string;
            };
            status: string;
            failure: string | null;
            action_url: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            settled_at: string | null;
        };
        ClosedAccount: {
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @constant */
            standing: "closed";
            /** @example 2026-11-22T14:05:00.000Z */
            closed_at: string;
            invoice?: components["schemas"]["Invoice"];
            owing: components["schemas"]["Invoice"][];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            minutes_left: {
                amount: string;
                currency: string;
            };
        };
        Company: {
            /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            name: string;
            external_id: string | null;
            test_clock: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
        };
        Contract: {
            /** @example ctr_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            billing_account: string;
            /**
             * @description Today. active: signed; renewing: in a renewed term; lapsed: over by itself
             * @enum {string}
             */
            state: "draft" | "active" | "renewing" | "lapsed" | "ended";
            /** @example 2026-11-22 */
            starts_on: string;
            /**
             * @description The first day after the term that runs, or else the first one
             * @example 2026-11-22
             */
            ends_on: string;
            months: number;
            floors: {
                [key: string]: number;
            };
            prices: {
                [key: string]: {
                    amount: string;
                    currency: string;
                };
            };
            /** @enum {string} */
            at_end: "lapse" | "renew";
            signed_at: string | null;
            in_force: boolean;
            /** @description Where the operator ended it before it would end */
            ended_on: string | null;
            /** @description When the next term begins, as things stand */
            renews_on: string | null;
            /** @description Lower floors of renewed terms, given by ordering a lower total in advance */
            notices: {
                license_type: string;
                /** @example 2026-11-22 */
                term_start: string;
                floor: number;
            }[];
        };
        CreditNote: {
            /** @example crn_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            number: string;
            billing_account: string;
            invoice: string;
            /** @enum {string} */
            reason: "charged_in_error" | "outage" | "tax";
            /** @example 2026-11-22 */
            issued_on: string;
            lines: components["schemas"]["DocumentLine"][];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            net: {
                amount: string;
                currency: string;
            };
            taxes: {
                name: string;
                jurisdiction: string;
                rate: string;
                included: boolean;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                net: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                amount: {
                    amount: string;
                    currency: string;
                };
            }[];
            tax_notes: string[];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            tax: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            total: {
                amount: string;
                currency: string;
            };
        };
        DunningSchedule: {
            version: number;
            retry_days: number[];
            notice_days: number[];
            grace_days: number;
            suspends_after_days: number;
            effective_on: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            published_at: string;
        };
        PastDueAccount: {
            billing_account: string;
            name: string;
            company: string;
            company_name: string;
            /** @enum {string} */
            standing: "good" | "suspended" | "closed";
            /** @example 2026-11-22 */
            past_due_since: string;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            past_due: {
                amount: string;
                currency: string;
            };
            past_due_by_age: {
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                "0-30": {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                "31-60": {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                "61-90": {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                "91+": {
                    amount: string;
                    currency: string;
                };
            };
            next_attempt_at: string | null;
            suspends_at: string | null;
            invoices: {
                invoice: string;
                number: string;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                outstanding: {
                    amount: string;
                    currency: string;
                };
                /** @example 2026-11-22 */
                past_due_since: string;
                attempts: number;
                last_failure: string | null;
                next_attempt_at: string | null;
                payment_under_way: boolean;
                /** @example 2026-11-22T14:05:00.000Z */
                suspends_at: string;
            }[];
        };
        SignInLink: {
            url: string;
            /** @example 2026-11-22T14:05:00.000Z */
            expires_at: string;
        };
        Event: {
            id: string;
            type: string;
            company: string | null;
            billing_account: string | null;
            subject: string;
            version: number;
            data: unknown;
            /** @example 2026-11-22T14:05:00.000Z */
            occurred_at: string;
            /** @example 2026-11-22T14:05:00.000Z */
            recorded_at: string;
        };
        FundingSourceSetup: {
            /** @example fss_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            billing_account: string;
            provider: string;
            /** @enum {string} */
            status: "pending" | "completed" | "expired";
            url: string;
            funding_source: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
        };
        PaymentProvider: {
            name: string;
            has_setup_page: boolean;
        };
        FundingSource: {
            /** @example fs_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            billing_account: string;
            provider: string;
            /** @enum {string} */
            kind: "card" | "bank" | "offline";
            label: string;
            /** @enum {string} */
            status: "valid" | "invalid" | "removed";
            default: boolean;
            expires_on: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
        };
        GroupRule: {
            permission_group: {
                id: string;
                name: string;
            };
            license_types: string[];
            /** @example 2026-11-22T14:05:00.000Z */
            set_at: string;
        };
        StillPayingFor: {
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            billing_account: string;
            license_type: string;
            total: number;
            assigned: number;
            floor: number;
            could_be: number;
            /** @example 2026-11-22 */
            from: string;
            /** @example 2026-11-22 */
            contract_ends_on?: string;
            pending_total?: number;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            saves_per_month?: {
                amount: string;
                currency: string;
            };
        };
        HiddenEmployee: {
            /** @example emp_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
            company: string;
            first_name: string;
            last_name: string;
            email: string;
            permission_group: string;
            permissions: string[];
            hidden: boolean;
            hidden_at: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            still_paying_for: components["schemas"]["StillPayingFor"][];
        };
        ShownEmployee: {
            /** @example emp_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
            company: string;
            first_name: string;
            last_name: string;
            email: string;
            permission_group: string;
            permissions: string[];
            hidden: boolean;
            hidden_at: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            restored: string[];
            not_restored: {
                license_type: string;
                code: string;
                message: string;
            }[];
        };
        JobFailure: {
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            billing_account: string;
            reason: string;
            failures: number;
            /** @example 2026-11-22T14:05:00.000Z */
            failing_since: string;
            /** @example 2026-11-22T14:05:00.000Z */
            retry_at: string;
        };
        Mail: {
            id: string;
            kind: string;
            company: string | null;
            billing_account: string | null;
            to: {
                name: string;
                address: string;
            };
            subject: string;
            /** @enum {string} */
            state: "pending" | "sent" | "refused" | "abandoned" | "unsent";
            attempts: number;
            last_attempt_at: string | null;
            last_result: string | null;
            next_attempt_at: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
        };
        MailWithText: {
            id: string;
            kind: string;
            company: string | null;
            billing_account: string | null;
            to: {
                name: string;
                address: string;
            };
            subject: string;
            /** @enum {string} */
            state: "pending" | "sent" | "refused" | "abandoned" | "unsent";
            attempts: number;
            last_attempt_at: string | null;
            last_result: string | null;
            next_attempt_at: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            text: string;
            html: string;
        };
        Me: {
            /** @enum {string} */
            kind: "person" | "api_key" | "system";
            id: string;
            name: string;
            operator: boolean;
            company: {
                /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
                id: string;
                name: string;
            } | null;
            email: string | null;
            permission_group: string | null;
            permissions: string[];
            role: ("admin" | "finance" | "support") | null;
            must_set_up_two_factor: boolean;
            impersonation: {
                by: string;
                reason: string;
                /** @example 2026-11-22T14:05:00.000Z */
                ends_at: string;
            } | null;
            language: ("en" | "de") | null;
            terms: {
                version: string;
                url: string;
            };
        };
        Notice: {
            id: string;
            company: string;
            billing_account: string | null;
            /** @enum {string} */
            kind: "paid_but_unassigned" | "renewal_coming" | "contract_ends" | "minutes_run_out" | "minutes_used_up" | "recharge_failed" | "recharge_cap_reached" | "recharge_stopped" | "storage_near" | "storage_over" | "card_expires" | "invoice_issued" | "receipt_issued" | "credit_note_issued" | "payment_failed" | "payment_reminder" | "payment_returned" | "payment_needs_confirmation" | "account_suspended" | "account_resumed" | "approval_wanted" | "approval_decided";
            /** @enum {string} */
            level: "critical" | "warning" | "info";
            title: string;
            message: string;
            remedies: {
                action: string;
                label: string;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                due_now?: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                recurring?: {
                    amount: string;
                    currency: string;
                };
                link: string;
            }[];
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            read_at: string | null;
        };
        NoticePreferences: {
            data: {
                /** @enum {string} */
                kind: "paid_but_unassigned" | "renewal_coming" | "contract_ends" | "minutes_run_out" | "minutes_used_up" | "recharge_failed" | "recharge_cap_reached" | "recharge_stopped" | "storage_near" | "storage_over" | "card_expires" | "invoice_issued" | "receipt_issued" | "credit_note_issued" | "payment_failed" | "payment_reminder" | "payment_returned" | "payment_needs_confirmation" | "account_suspended" | "account_resumed" | "approval_wanted" | "approval_decided";
                title: string;
                about: string;
                mailed: boolean;
                fixed: boolean;
            }[];
        };
        NoticeKind: {
            /** @enum {string} */
            kind: "paid_but_unassigned" | "renewal_coming" | "contract_ends" | "minutes_run_out" | "minutes_used_up" | "recharge_failed" | "recharge_cap_reached" | "recharge_stopped" | "storage_near" | "storage_over" | "card_expires" | "invoice_issued" | "receipt_issued" | "credit_note_issued" | "payment_failed" | "payment_reminder" | "payment_returned" | "payment_needs_confirmation" | "account_suspended" | "account_resumed" | "approval_wanted" | "approval_decided";
            /** @enum {string} */
            level: "critical" | "warning" | "info";
            title: string;
            about: string;
            required: boolean;
        };
        NoticePreview: {
            /** @enum {string} */
            kind: "paid_but_unassigned" | "renewal_coming" | "contract_ends" | "minutes_run_out" | "minutes_used_up" | "recharge_failed" | "recharge_cap_reached" | "recharge_stopped" | "storage_near" | "storage_over" | "card_expires" | "invoice_issued" | "receipt_issued" | "credit_note_issued" | "payment_failed" | "payment_reminder" | "payment_returned" | "payment_needs_confirmation" | "account_suspended" | "account_resumed" | "approval_wanted" | "approval_decided";
            subject: string;
            text: string;
            html: string;
        };
        NumberedDocument: {
            id: string;
            /** @enum {string} */
            type: "receipt" | "invoice" | "credit_note";
            number: string;
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            billing_account: string;
            /** @example 2026-11-22 */
            issued_on: string;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            total: {
                amount: string;
                currency: string;
            };
        };
        Order: {
            /** @example ord_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            billing_account: string;
            /** @enum {string} */
            kind: "order" | "recharge";
            quote: string | null;
            /** @enum {string} */
            status: "completed" | "payment_pending" | "payment_failed" | "declined" | "refunded" | "reversed";
            lines: components["schemas"]["DocumentLine"][];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            tax: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            total: {
                amount: string;
                currency: string;
            };
            authorized_by: {
                first_name: string;
                last_name: string;
            } | null;
            terms_version: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            placed_at: string;
            settled_at: string | null;
            receipt?: components["schemas"]["Receipt"];
            confirm_payment?: {
                url: string;
                /** @example 2026-11-22T14:05:00.000Z */
                by: string;
            };
            invoice?: string;
        };
        Seller: {
            code: string;
            version: number;
            legal_name: string;
            address: {
                line1: string;
                line2?: string;
                city: string;
                postal_code?: string;
                region?: string;
                /** @example US */
                country: string;
            };
            vat_id?: string;
            tax_number?: string;
            registration_number?: string;
            /** Format: email */
            email?: string;
            phone?: string;
            /** Format: uri */
            website?: string;
            bank?: {
                bank_name?: string;
                account_holder?: string;
                account: string;
                bank_code?: string;
            };
            logo_text?: string;
            colour?: string;
            /** @default  */
            number_prefix: string;
            document_footer?: string;
            effective_on: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            published_at: string;
        };
        Buyer: {
            billing_account: string;
            version: number;
            legal_name: string;
            address?: {
                line1: string;
                line2?: string;
                city: string;
                postal_code?: string;
                region?: string;
                /** @example US */
                country: string;
            };
            vat_id?: string;
            tax_number?: string;
            registration_number?: string;
            purchase_order?: string;
            /** Format: email */
            invoice_email?: string;
            /** @example 2026-11-22T14:05:00.000Z */
            recorded_at: string;
        };
        PermissionGroup: {
            id: string;
            name: string;
            permissions: string[];
            editable: boolean;
        };
        Ports: {
            license_type: string;
            name: string;
            total: number;
            in_use: number;
            free: number;
            assigned: number;
            by_activity: {
                activity: string;
                in_use: number;
            }[];
            leases: {
                authorization: string;
                activity: string;
                direction: string | null;
                employee: string | null;
                name: string | null;
                /** @example 2026-11-22T14:05:00.000Z */
                since: string;
                /** @example 2026-11-22T14:05:00.000Z */
                expires_at: string;
            }[];
            peak_30d: number;
            refusals_30d: number;
            busiest_erlangs: number;
            advice: {
                recommended: number;
                blocking: number;
                sentence: string;
                percentile_95: number;
                options: {
                    total: number;
                    blocking: number;
                    per_month: {
                        amount: string;
                        currency: string;
                    } | null;
                }[];
            };
            peaks: {
                /** @example 2026-11-22T14:05:00.000Z */
                quarter: string;
                peak: number;
            }[];
        };
        Quote: {
            /** @example quo_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            billing_account: string;
            lines: {
                /** @enum {string} */
                kind: "license_increase" | "license_decrease" | "minutes";
                license_type?: string;
                from?: number;
                to?: number;
                quantity: number;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                unit_price: {
                    amount: string;
                    currency: string;
                };
                days_charged?: number;
                days_in_period?: number;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                amount: {
                    amount: string;
                    currency: string;
                };
                /** @example 2026-11-22 */
                effective_on: string;
            }[];
            taxes: {
                name: string;
                jurisdiction: string;
                rate: string;
                included: boolean;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                net: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                amount: {
                    amount: string;
                    currency: string;
                };
            }[];
            tax_notes: string[];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            tax: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            due_now: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            recurring_now: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            recurring_next: {
                amount: string;
                currency: string;
            };
            cancels_pending: {
                license_type: string;
                total: number;
                /** @example 2026-11-22 */
                effective_on: string;
            }[];
            unassigns: {
                license_type: string;
                employee: string;
                /** @example 2026-11-22 */
                effective_on: string;
            }[];
            terms: {
                version: string;
                url: string;
            };
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            /** @example 2026-11-22T14:05:00.000Z */
            expires_at: string;
        };
        RateFound: {
            code: string;
            version: number;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            price: {
                amount: string;
                currency: string;
            };
            first_seconds: number;
            next_seconds: number;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            connection_fee: {
                amount: string;
                currency: string;
            };
            examples: {
                seconds: number;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                charged: {
                    amount: string;
                    currency: string;
                };
            }[];
            balance_buys: number | null;
        };
        RenewalRun: {
            /** @example rnr_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @enum {string} */
            status: "running" | "done";
            /** @example 2026-11-22T14:05:00.000Z */
            began_at: string;
            ended_at: string | null;
            accounts: number;
            invoices: number;
        };
        RenewalFailure: {
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            billing_account: string;
            /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
            company: string;
            /** @example 2026-11-22 */
            renewal_on: string;
            reason: string;
            failures: number;
            /** @example 2026-11-22T14:05:00.000Z */
            retry_at: string;
        };
        RenewalComparison: {
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            billing_account: string;
            /** @description The account’s */
            name: string;
            /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
            company: string;
            period: {
                /** @example 2026-11-22 */
                start: string;
                /** @example 2026-11-22 */
                end: string;
            };
            lines: components["schemas"]["DocumentLine"][];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            net: {
                amount: string;
                currency: string;
            };
            taxes: {
                name: string;
                jurisdiction: string;
                rate: string;
                included: boolean;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                net: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                amount: {
                    amount: string;
                    currency: string;
                };
            }[];
            tax_notes: string[];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            tax: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            total: {
                amount: string;
                currency: string;
            };
            /** @description The account’s last renewal invoice */
            previous: {
                /** @example inv_01kaj2v7c3h2m8xq4t9w5e6r7y */
                invoice: string;
                number: string;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                total: {
                    amount: string;
                    currency: string;
                };
            } | null;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            difference: {
                amount: string;
                currency: string;
            };
        };
        MrrReportRow: {
            /** @example 2026-11 */
            month: string;
            currency: string;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            start: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            new: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            expansion: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            contraction: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            churn: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            reactivation: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            end: {
                amount: string;
                currency: string;
            };
            /** @description That pay something as the month ends */
            accounts: number;
        };
        RevenueReportRow: {
            /** @example 2026-11 */
            month: string;
            currency: string;
            category: string;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            charged: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            recognized: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            deferred: {
                amount: string;
                currency: string;
            };
        };
        MinutesReportRow: {
            /** @example 2026-11 */
            month: string;
            currency: string;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            sold: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            used: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            refunded: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            reversed: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            balance: {
                amount: string;
                currency: string;
            };
            held: {
                amount: string;
                currency: string;
            } | null;
        };
        UtilizationReportRow: {
            /** @example 2026-11 */
            month: string;
            license_type: string;
            paid: number;
            assigned: number;
            peak_in_use: number | null;
        };
        ReceivablesReportRow: {
            currency: string;
            invoices: number;
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            not_due: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            days_1_30: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            days_31_60: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            days_61_90: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            days_over_90: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            total: {
                amount: string;
                currency: string;
            };
        };
        EmployeeRequest: {
            id: string;
            reference: string;
            company: string;
            billing_account: string;
            employee: {
                id: string;
                name: string;
            };
            activity: {
                code: string;
                name: string;
            };
            reason: string;
            remedy: {
                action: string;
                label: string;
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                due_now?: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                recurring?: {
                    amount: string;
                    currency: string;
                };
                link: string;
            };
            approving: {
                /** @enum {string} */
                kind: "assign" | "buy" | "by_hand";
                assign: string[];
                buy: {
                    licenses: {
                        [key: string]: number;
                    };
                    minutes?: string;
                } | null;
                costs: {
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    due_now: {
                        amount: string;
                        currency: string;
                    };
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    recurring: {
                        amount: string;
                        currency: string;
                    };
                } | null;
            };
            /** @enum {string} */
            status: "open" | "approving" | "approved" | "declined" | "withdrawn";
            answered_by: string | null;
            answer: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            answered_at: string | null;
        };
        Security: {
            has_password: boolean;
            two_factor: boolean;
            recovery_codes_left: number;
        };
        Session: {
            /** @example ses_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @enum {string} */
            method: "password" | "link" | "passkey" | "sso";
            second_factor: boolean;
            device: string;
            address: string;
            /** @example 2026-11-22T14:05:00.000Z */
            started_at: string;
            /** @example 2026-11-22T14:05:00.000Z */
            last_used_at: string;
            /** @example 2026-11-22T14:05:00.000Z */
            expires_at: string;
            current: boolean;
        };
        Settings: {
            public_url: string | null;
            mail: {
                server: string | null;
                from: string | null;
                operator_name: string;
                colour: string;
                footer: string;
            };
            notice_days: number;
            payments: {
                stripe: boolean;
                sandbox: boolean;
            };
            sessions: {
                idle_minutes: number;
                hours: number;
            };
            /** @enum {string} */
            admission_without_database: "refuse" | "allow";
            radius: boolean;
        };
        Simulation: {
            /** @example ba_01kaj2v7c3h2m8xq4t9w5e6r7y */
            billing_account: string;
            /** @description What is charged at once for supposed orders */
            charges: {
                /** @example 2026-11-22 */
                on: string;
                lines: components["schemas"]["DocumentLine"][];
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                net: {
                    amount: string;
                    currency: string;
                };
                taxes: {
                    name: string;
                    jurisdiction: string;
                    rate: string;
                    included: boolean;
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    net: {
                        amount: string;
                        currency: string;
                    };
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    amount: {
                        amount: string;
                        currency: string;
                    };
                }[];
                tax_notes: string[];
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                tax: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                total: {
                    amount: string;
                    currency: string;
                };
            }[];
            invoices: {
                period: {
                    /** @example 2026-11-22 */
                    start: string;
                    /** @example 2026-11-22 */
                    end: string;
                };
                /** @example 2026-11-22 */
                due_on: string;
                lines: components["schemas"]["DocumentLine"][];
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                net: {
                    amount: string;
                    currency: string;
                };
                taxes: {
                    name: string;
                    jurisdiction: string;
                    rate: string;
                    included: boolean;
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    net: {
                        amount: string;
                        currency: string;
                    };
                    /**
                     * @example {
                     *       "amount": "100.00",
                     *       "currency": "USD"
                     *     }
                     */
                    amount: {
                        amount: string;
                        currency: string;
                    };
                }[];
                tax_notes: string[];
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                tax: {
                    amount: string;
                    currency: string;
                };
                /**
                 * @example {
                 *       "amount": "100.00",
                 *       "currency": "USD"
                 *     }
                 */
                total: {
                    amount: string;
                    currency: string;
                };
            }[];
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            total: {
                amount: string;
                currency: string;
            };
            /**
             * @description The same invoices if nothing changed
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            total_as_things_stand: {
                amount: string;
                currency: string;
            };
            /**
             * @example {
             *       "amount": "100.00",
             *       "currency": "USD"
             *     }
             */
            difference: {
                amount: string;
                currency: string;
            };
        };
        StaffMember: {
            /** @example usr_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "admin" | "finance" | "support";
            duties: string[];
            two_factor: boolean;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
        };
        InvitedStaffMember: {
            /** @example usr_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "admin" | "finance" | "support";
            duties: string[];
            two_factor: boolean;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            sign_in_link: components["schemas"]["SignInLink"];
            mailed: boolean;
        };
        StaffPolicy: {
            two_factor_required: boolean;
        };
        TaxVersion: {
            jurisdiction: string;
            code: string;
            version: number;
            name: string;
            rates: {
                [key: string]: string;
            };
            prices_include: boolean;
            effective_on: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            published_at: string;
        };
        TaxExemption: {
            /** @example txe_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            billing_account: string;
            jurisdiction: string;
            certificate: string;
            reason: string;
            /** @example 2026-11-22 */
            valid_from: string;
            valid_to: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            recorded_at: string;
        };
        Terms: {
            version: string;
            url: string;
            effective_on: string | null;
            published_at: string | null;
            in_force: boolean;
        };
        TestClock: {
            /** @example clk_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            /** @example 2026-11-22T14:05:00.000Z */
            now: string;
        };
        WebhookEndpoint: {
            /** @example whk_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            company: string | null;
            url: string;
            description: string;
            types: string[];
            enabled: boolean;
            disabled_reason: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
        };
        NewWebhookEndpoint: {
            /** @example whk_01kaj2v7c3h2m8xq4t9w5e6r7y */
            id: string;
            company: string | null;
            url: string;
            description: string;
            types: string[];
            enabled: boolean;
            disabled_reason: string | null;
            /** @example 2026-11-22T14:05:00.000Z */
            created_at: string;
            secret?: string;
        };
        WebhookDelivery: {
            event: string;
            /** @enum {string} */
            state: "pending" | "delivered" | "abandoned";
            attempts: number;
            next_attempt_at: string | null;
            last_attempt_at: string | null;
            last_result: string | null;
        };
        BillingInformation: {
            /** @example co_01kaj2v7c3h2m8xq4t9w5e6r7y */
            company: string;
            name: string;
            billing_accounts: components["schemas"]["BillingAccountSummary"][];
        };
        Answers: {
            data: components["schemas"]["Answer"][];
        };
        UnreadNotices: {
            unread: number;
        };
        AllNoticesRead: {
            /** @constant */
            unread: 0;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
