import { z } from 'zod';
import { query } from '#shared/queries/query.ts';

/** Words found inside of a file; `find` are the first of them as they stand there. */
export interface FileFragment {
  from: 'content';
  text: string;
  attachmentId: string;
  name: string;
  find: string;
}

export interface SearchHit {
  /** A ticket is found by its paper (the document with its id, of kind `application`). */
  entity: 'document' | 'counterparty' | 'ticket';
  id: string;
  title: string;
  number: string | null;
  kind: string | null;
  date: string | null;
  amount: number | null;
  inn: string | null;
  /** What surrounds the words when they were found in the note, the discussion or a file's name. */
  fragment: { from: 'note' | 'comment' | 'attachment'; text: string } | FileFragment | null;
}

/** Records whose fields or discussion hold the words in any form; newest first. */
export const searchAll = query<{ hits: SearchHit[]; more: boolean; indexing: number }>()({
  name: 'search',
  args: z.object({ text: z.string().max(500), limit: z.number().int().max(100) }),
  entities: ['document', 'counterparty', 'comment', 'attachment'],
});
