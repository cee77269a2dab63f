import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Props = ButtonProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & {
    ref?: Ref<HTMLAnchorElement>;
  };

const AnchorButton = (props: Props) => <Button component="a" {...props} />;

/** A button that leads to another page; the address and its search are checked by type. */
export const ButtonLink = createLink(AnchorButton);
