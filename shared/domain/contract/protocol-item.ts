import { entity } from '#shared/domain/entity.ts';
import { id, instant, integer, oneOf, optionalId, optionalInstant, optionalText, text } from '#shared/domain/field.ts';

export const protocolStates = ['open', 'discussed', 'agreed'] as const;

/** One line of the disagreement protocol: № пункта, both wordings, the agreed one. */
export const protocolItem = entity({
  name: 'protocol_item',
  fields: {
    documentId: id(),
    /** The number of the clause as it stands in the text: «4.2». */
    clause: text(40),
    title: text(300),
    ours: optionalText(20_000),
    theirs: optionalText(20_000),
    agreed: optionalText(20_000),
    choice: oneOf(['none', 'ours', 'theirs', 'own']),
    state: oneOf(protocolStates),
    /** The two files that were compared. */
    oursAttachmentId: optionalId({ part: 'process', merge: 'latest' }),
    theirsAttachmentId: optionalId({ part: 'process', merge: 'latest' }),
    position: integer({ part: 'process', merge: 'latest' }),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { document: (row) => row.documentId },
  indexes: [['documentId']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
});
