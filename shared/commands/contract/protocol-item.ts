import { z } from 'zod';
import { partCommands } from '#shared/commands/contract/parts.ts';
import { protocolItem } from '#shared/domain/contract/protocol-item.ts';

const fields = protocolItem.fields;
const form = z.object({
  clause: fields.clause.schema,
  title: fields.title.schema,
  ours: fields.ours.schema,
  theirs: fields.theirs.schema,
  agreed: fields.agreed.schema,
  choice: fields.choice.schema,
  state: fields.state.schema,
  oursAttachmentId: fields.oursAttachmentId.schema,
  theirsAttachmentId: fields.theirsAttachmentId.schema,
  position: fields.position.schema,
});

export const protocolItemCommands = partCommands('protocol_item', form, (context) => ({
  authorId: context.userId,
  createdAt: context.occurredAt,
}));
