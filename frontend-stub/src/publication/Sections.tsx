import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DataTable } from 'mantine-datatable';
import { useState } from 'react';
import { api, type ResourceSectionDraft } from '../api';
import { rules } from '../api/generated/rules/ResourceSectionDraft';
import { ActionDialog } from '../shared/ActionDialog';
import { Dialog } from '../shared/Dialog';
import { Field } from '../shared/form/Field';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf } from '../shared/form/values';
import { Awaited, Empty, Page } from '../shared/Page';
import { useKey } from '../shared/useKey';
import { useSections, type PlacedSection } from './sections';
import { texts } from './texts';

const etagOf = ({ version }: PlacedSection) => `"${version}"`;

interface SectionDialogProps {
  section?: PlacedSection;
  options: { value: string; label: string }[];
  onDone: () => void;
  onClose: () => void;
}

function SectionDialog({ section, options, onDone, onClose }: SectionDialogProps) {
  const keyOf = useKey();
  const form = useContractForm({ rules, record: section });
  const save = useMutation({
    mutationFn: () => {
      const resourceSectionDraft = bodyOf<ResourceSectionDraft>(form.form.values);
      return section
        ? api.resourceSections.replaceResourceSection({ sectionId: section.id, ifMatch: etagOf(section), resourceSectionDraft })
        : api.resourceSections.createResourceSection({ resourceSectionDraft, idempotencyKey: keyOf(resourceSectionDraft) });
    },
    onSuccess: onDone,
    onError: form.show,
  });
  const { sectionLabels } = texts;
  return (
    <Dialog title={section ? texts.changeSection(section.title) : texts.addSection} isSending={save.isPending} error={save.error} faultsShown={form.faults.length > 0} onSubmit={() => save.mutate()} onClose={onClose}>
      <Field form={form} pointer="/title" label={sectionLabels['/title']} />
      <Field form={form} pointer="/parentId" label={sectionLabels['/parentId']} options={options.filter(({ value }) => value !== section?.id)} />
      <Field form={form} pointer="/position" label={sectionLabels['/position']} />
    </Dialog>
  );
}

/** Where the carrier's resources stand. */
export default function Sections() {
  const queries = useQueryClient();
  const { read, sections, options } = useSections();
  const [editing, setEditing] = useState<PlacedSection | 'new'>();
  const [removing, setRemoving] = useState<PlacedSection>();
  const close = () => {
    setEditing(undefined);
    setRemoving(undefined);
  };
  const onDone = async () => {
    // The next step begins from what is there now.
    await queries.invalidateQueries({ queryKey: ['resource-sections'] });
    close();
  };
  return (
    <Page title={texts.sections} intro={texts.sectionsIntro} above={{ label: texts.resources, to: '/resources' }} actions={<Button onClick={() => setEditing('new')}>{texts.addSection}</Button>}>
      {!read.data && <Awaited error={read.error} retry={() => void read.refetch()} />}
      {read.data && sections.length === 0 && <Empty>{texts.sectionsEmpty}</Empty>}
      {sections.length > 0 && (
        <DataTable
          withTableBorder
          records={sections}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': texts.sections } }}
          columns={[
            { accessor: 'path', title: texts.section },
            { accessor: 'position', title: texts.sectionLabels['/position'] },
            {
              accessor: 'id',
              title: texts.change,
              render: (row) => (
                <Group gap={4} wrap="nowrap">
                  <Button size="compact-sm" variant="default" aria-label={texts.changeSection(row.title)} onClick={() => setEditing(row)}>
                    {texts.change}
                  </Button>
                  <Button size="compact-sm" variant="default" aria-label={texts.removeSection(row.title)} onClick={() => setRemoving(row)}>
                    {texts.remove}
                  </Button>
                </Group>
              ),
            },
          ]}
        />
      )}
      {editing && <SectionDialog {...(editing === 'new' ? {} : { section: editing })} options={options} onDone={onDone} onClose={close} />}
      {removing && (
        <ActionDialog
          title={texts.removeSection(removing.title)}
          intro={texts.removeSectionIntro}
          danger
          send={() => api.resourceSections.removeResourceSection({ sectionId: removing.id, ifMatch: etagOf(removing) })}
          onDone={onDone}
          onClose={close}
        />
      )}
    </Page>
  );
}
