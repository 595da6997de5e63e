/** Fields and changes of due dates and of paper originals, a part of `record`. */
export const controlWords = {
  field_originalsDueOn: 'Оригиналы вернуть до',
  field_originalsPlace: 'Где оригиналы',
  field_originals_place: 'Где оригиналы',
  field_originals_dueOn: 'Вернуть до',
  field_answerId: 'Чем исполнено',
  action_control_put: 'Поставлен на контроль',
  action_control_move: 'Срок перенесён',
  action_control_done: 'Исполнено',
  action_control_reopen: 'Возвращён в работу',
  action_originals_send: 'Оригиналы отправлены',
  action_originals_receive: 'Оригиналы получены',
  action_originals_lose: 'Оригиналы утеряны',
  action_originals_keep: 'Место хранения оригиналов',
} as const;
