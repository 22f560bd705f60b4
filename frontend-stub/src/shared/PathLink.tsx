import { Anchor, type AnchorProps } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { ComponentProps, MouseEvent } from 'react';

interface Props extends AnchorProps, Omit<ComponentProps<'a'>, keyof AnchorProps> {
  to: string;
}

/** A link to an address of this application that is known only as a text. */
export function PathLink({ to, onClick, ...rest }: Props) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    // Whoever wants a new tab gets one.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void router.navigate({ href: to });
  };
  return (
    <Anchor href={to} onClick={follow} inherit={rest.size === undefined} {...rest} />
  );
}
