/** ОКВ digits → ISO 4217 letters for the currencies that meet a Russian company. */
const letters: Readonly<Record<string, string>> = {
  '643': 'RUB',
  '840': 'USD',
  '978': 'EUR',
  '156': 'CNY',
  '933': 'BYN',
  '398': 'KZT',
  '417': 'KGS',
  '051': 'AMD',
  '860': 'UZS',
  '949': 'TRY',
  '784': 'AED',
  '356': 'INR',
  '826': 'GBP',
  '756': 'CHF',
  '392': 'JPY',
  '344': 'HKD',
};

/** Letters of a КодОКВ; an unknown code is kept as it is. */
export const currencyByCode = (code: string): string => letters[code] ?? code;
