import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type ResourceSection } from '../api';

export interface PlacedSection extends ResourceSection {
  /** Its title and those of the sections that it stands in, the outermost first. */
  path: string;
}

function pathOf(section: ResourceSection, byId: Map<string, ResourceSection>): string {
  const above = section.parentId ? byId.get(section.parentId) : undefined;
  return above ? `${pathOf(above, byId)} › ${section.title}` : section.title;
}

/** The sections of resource centers, each with where it stands. */
export function useSections() {
  const read = useQuery({ queryKey: ['resource-sections'], queryFn: () => api.resourceSections.listResourceSections() });
  const sections = useMemo(() => {
    const items = read.data?.items ?? [];
    const byId = new Map(items.map((section) => [section.id, section]));
    return items.map((section): PlacedSection => ({ ...section, path: pathOf(section, byId) }));
  }, [read.data]);
  return {
    read,
    sections,
    options: sections.map(({ id, path }) => ({ value: id, label: path })),
    words: (id: string) => sections.find((section) => section.id === id)?.path ?? '',
  };
}
