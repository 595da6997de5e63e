import { z } from 'zod';
import { partCommands } from '#shared/commands/contract/parts.ts';
import { documentLink } from '#shared/domain/contract/document-link.ts';

const fields = documentLink.fields;
const form = z.object({ otherId: fields.otherId.schema, kind: fields.kind.schema });

export const documentLinkCommands = partCommands('document_link', form, (context) => ({
  authorId: context.userId,
  createdAt: context.occurredAt,
}));
