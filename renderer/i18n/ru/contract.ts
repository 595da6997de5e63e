/** The card of a contract: stages, terms, obligations, key dates, money, links. Keys of values are those of the domain. */
export const contract = {
  renewal_none: 'Не продлевается',
  renewal_automatic: 'Продлевается сам',
  renewal_by_agreement: 'По соглашению',
  type_supply: 'Поставка',
  type_services: 'Услуги',
  type_lease: 'Аренда',
  type_work: 'Подряд',
  type_loan: 'Заём',
  type_license: 'Лицензия',
  type_nda: 'Неразглашение',
  type_other: 'Другой',
} as const;
