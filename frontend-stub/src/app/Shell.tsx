import {
  ActionIcon,
  Anchor,
  AppShell,
  Badge,
  Burger,
  Group,
  Menu,
  NavLink,
  ScrollArea,
  Text,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Bell, CircleUser, Moon, Search, Sun } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { api, may, signOut, type WorkCount } from '../api';
import { PathLink } from '../shared/PathLink';
import { useUser } from '../shared/user';
import { menu, type MenuEntry } from './menu';
import { texts } from './texts';

const SearchDialog = lazy(() => import('../search/SearchDialog'));
const REFRESH_MS = 60_000;

function waitingOf(entry: MenuEntry, counts: WorkCount[]): string {
  const mine = counts.filter((count) => entry.waiting?.includes(count.kind));
  const sum = mine.reduce((total, count) => total + count.count, 0);
  return sum === 0 ? '' : `${sum}${mine.some((count) => count.countIsCapped) ? '+' : ''}`;
}

const isAt = (path: string, to: string) => path === to || (to !== '/' && path.startsWith(`${to}/`));

function MainMenu({ onGo }: { onGo: () => void }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const user = useUser();
  const work = useQuery({
    queryKey: ['work'],
    queryFn: () => api.work.getWorkList(),
    enabled: may(user, 'getWorkList'),
    refetchInterval: REFRESH_MS,
  });
  return menu.map((group, index) => {
    const entries = group.entries.filter((entry) => may(user, entry.operation));
    return entries.length === 0 ? null : (
      <div key={group.label ?? index}>
        {group.label && (
          <Text size="xs" c="dimmed" fw={600} px="sm" pt="md" pb={4}>
            {group.label}
          </Text>
        )}
        {entries.map((entry) => {
          const waiting = waitingOf(entry, work.data?.counts ?? []);
          return (
            <NavLink
              key={entry.label}
              component={PathLink}
              to={entry.to}
              underline="never"
              active={isAt(path, entry.to)}
              aria-current={isAt(path, entry.to) ? 'page' : undefined}
              label={entry.label}
              onClick={onGo}
              rightSection={
                waiting && (
                  <Badge component="span" title={texts.waiting(waiting)}>
                    {waiting}
                  </Badge>
                )
              }
            />
          );
        })}
      </div>
    );
  });
}

function Notifications() {
  const notifications = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: () => api.notifications.listNotifications({ limit: 1 }),
    refetchInterval: REFRESH_MS,
  });
  const unread = notifications.data?.unread;
  const count = unread && unread.count > 0 ? `${unread.count}${unread.countIsCapped ? '+' : ''}` : '';
  return (
    <UnstyledButton
      component={Link}
      to="/notifications"
      aria-label={count ? `${texts.notifications}, ${texts.unread(count)}` : texts.notifications}
      p={4}
    >
      <Group gap={4} wrap="nowrap">
        <Bell size={20} aria-hidden />
        {count && <Badge aria-hidden>{count}</Badge>}
      </Group>
    </UnstyledButton>
  );
}

function Scheme() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="transparent"
      c="var(--mantine-color-text)"
      aria-label={texts.scheme}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <Sun size={20} aria-hidden /> : <Moon size={20} aria-hidden />}
    </ActionIcon>
  );
}

function Account() {
  const user = useUser();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton aria-label={`${texts.account}: ${user.name}`} p={4}>
          <Group gap={6} wrap="nowrap">
            <CircleUser size={20} aria-hidden />
            <Text size="sm" visibleFrom="md">
              {user.name}
            </Text>
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name}, {user.organization.name}
        </Menu.Label>
        <Menu.Item component={Link} to="/account">
          {texts.account}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{texts.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is around every page: menu, search, notifications, account. */
export default function Shell() {
  const [isMenuOpen, { toggle, close }] = useDisclosure();
  const [isSearching, search] = useDisclosure();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const pathBefore = useRef(path);
  useHotkeys([['mod+K', search.open]], []);
  useEffect(() => {
    // Whoever reads by ear is told that the page is another one.
    if (pathBefore.current !== undefined && pathBefore.current !== path) main.current?.focus({ preventScroll: true });
    pathBefore.current = path;
  }, [path]);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 230, breakpoint: 'sm', collapsed: { mobile: !isMenuOpen } }}
      padding="md"
    >
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Anchor href="#main" className="skip">
              {texts.skip}
            </Anchor>
            <Burger
              opened={isMenuOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={texts.menu}
              aria-expanded={isMenuOpen}
            />
            <Anchor component={Link} to="/" fw={700} underline="never" c="var(--mantine-color-text)">
              {texts.name}
            </Anchor>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <ActionIcon
              variant="transparent"
              c="var(--mantine-color-text)"
              aria-label={texts.searchHint}
              title={texts.searchHint}
              onClick={search.open}
            >
              <Search size={20} aria-hidden />
            </ActionIcon>
            <Notifications />
            <Scheme />
            <Account />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label={texts.mainMenu}>
        <ScrollArea p="xs" flex={1} mih={0}>
          <MainMenu onGo={close} />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
      {isSearching && (
        <Suspense>
          <SearchDialog onClose={search.close} />
        </Suspense>
      )}
    </AppShell>
  );
}
