/** Where each business term stands in one syntax: XPath from its group's element. */
export type TermPaths = Readonly<Record<string, string>>;

/** Where each business group stands: XPath from the root, and the paths of its terms. */
export type GroupPaths = Readonly<
  Record<string, { readonly path: string; readonly terms: TermPaths }>
>;
