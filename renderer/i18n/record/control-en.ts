/** Fields and changes of due dates and of paper originals, a part of `record`. */
export const controlWords = {
  field_originalsDueOn: 'Originals due back',
  field_originalsPlace: 'Originals are with',
  field_originals_place: 'Originals are with',
  field_originals_dueOn: 'Due back',
  field_answerId: 'Answered by',
  action_control_put: 'Put on control',
  action_control_move: 'Due day moved',
  action_control_done: 'Carried out',
  action_control_reopen: 'Taken up again',
  action_originals_send: 'Originals sent out',
  action_originals_receive: 'Originals received',
  action_originals_lose: 'Originals lost',
  action_originals_keep: 'Place of the originals',
} as const;
