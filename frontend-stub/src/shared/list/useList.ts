import { useInfiniteQuery } from '@tanstack/react-query';

export interface ListPageOf<T> {
  items: T[];
  nextCursor?: string;
  total?: number;
  totalIsCapped?: boolean;
}

/** A list of the API, page after page. */
export function useList<T>(
  key: readonly unknown[],
  fetchPage: (cursor: string | undefined, init: RequestInit) => Promise<ListPageOf<T>>,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
      fetchPage(pageParam, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ListPageOf<T>) => page.nextCursor,
  });
  const pages = query.data?.pages;
  return {
    items: pages?.flatMap((page) => page.items) ?? [],
    total: pages?.[0]?.total,
    totalIsCapped: pages?.[0]?.totalIsCapped ?? false,
    isPending: query.isPending,
    isRefreshing: query.isFetching && !query.isFetchingNextPage,
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isFetchingMore: query.isFetchingNextPage,
  };
}

export type List<T> = ReturnType<typeof useList<T>>;
