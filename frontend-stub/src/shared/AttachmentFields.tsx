import { FileInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isProblem, type AttachmentKind } from '../api';
import { useCodes } from './codes';
import { texts } from './texts';

/** A file that is chosen as evidence, with what it is. */
export function useAttachment() {
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const [note, setNote] = useState('');
  return {
    file,
    setFile,
    kind,
    setKind,
    note,
    setNote,
    isComplete: file !== null && kind !== null,
    /** What is sent of it, once it is complete. */
    body: () => ({ file: file as File, kind: kind as AttachmentKind, ...(note.trim() ? { note: note.trim() } : {}) }),
    clear() {
      setFile(null);
      setNote('');
    },
  };
}

export function AttachmentFields({ attachment, error }: { attachment: ReturnType<typeof useAttachment>; error: unknown }) {
  const codes = useCodes();
  const fault = (pointer: string) => (isProblem(error) ? error.errorsAt(pointer)[0]?.message : undefined);
  return (
    <>
      <FileInput label={texts.file} value={attachment.file} onChange={attachment.setFile} error={fault('/file')} clearable clearButtonProps={{ 'aria-label': texts.removeFile }} />
      <Select label={texts.fileKind} data={codes.options('AttachmentKind')} value={attachment.kind} onChange={attachment.setKind} error={fault('/kind')} />
      <TextInput label={texts.fileNote} value={attachment.note} maxLength={200} onChange={(event) => attachment.setNote(event.currentTarget.value)} error={fault('/note')} />
    </>
  );
}
