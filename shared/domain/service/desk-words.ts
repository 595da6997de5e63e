import { z } from 'zod';
import { entity, organizationScope, userScope } from '#shared/domain/entity.ts';
import { flag, id, instant, integer, json, optionalId, optionalInstant, text } from '#shared/domain/field.ts';

/** A reply that a desk gives often. {requester}, {number}, {service}, {assignee} and {field keys} are filled in when it is chosen. */
export const cannedReply = entity({
  name: 'canned_reply',
  fields: {
    title: text(120, { sorted: true }),
    text: text(8_000),
    /** null: every desk has it. */
    queueId: optionalId(),
    /** It asks something: the clock stands until the requester answers. */
    asks: flag({ merge: 'latest' }),
    /** Answers that are offered as buttons. */
    options: json(z.array(z.string().max(80)).max(6)),
    position: integer({ part: 'process', merge: 'latest' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  scopes: () => [organizationScope],
});

/** An article of the knowledge base, offered while somebody types their request. The text is Markdown. */
export const article = entity({
  name: 'article',
  fields: {
    title: text(200, { sorted: true }),
    text: text(60_000),
    keywords: json(z.array(z.string().max(80)).max(60), { merge: 'merge' }),
    serviceIds: json(z.array(z.string()).max(60), { merge: 'merge' }),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    updatedAt: instant({ part: 'process', merge: 'latest' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  scopes: () => [organizationScope],
});

/** A service that a person keeps at hand. */
export const favourite = entity({
  name: 'favourite',
  fields: { ownerId: id(), serviceId: id(), createdAt: instant({ part: 'process' }) },
  keys: { owner: (row) => row.ownerId, one: (row) => `${row.ownerId}/${row.serviceId}` },
  scopes: (row) => [userScope(row.ownerId)],
});
