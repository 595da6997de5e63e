/** Zones of Russia by their names in the IANA time zone database, with minutes from UTC (закон 107-ФЗ, 11 zones). */
export const zones = [
  { zone: 'Europe/Kaliningrad', minutes: 120 },
  { zone: 'Europe/Moscow', minutes: 180 },
  { zone: 'Europe/Samara', minutes: 240 },
  { zone: 'Asia/Yekaterinburg', minutes: 300 },
  { zone: 'Asia/Omsk', minutes: 360 },
  { zone: 'Asia/Novosibirsk', minutes: 420 },
  { zone: 'Asia/Krasnoyarsk', minutes: 420 },
  { zone: 'Asia/Irkutsk', minutes: 480 },
  { zone: 'Asia/Yakutsk', minutes: 540 },
  { zone: 'Asia/Vladivostok', minutes: 600 },
  { zone: 'Asia/Magadan', minutes: 660 },
  { zone: 'Asia/Kamchatka', minutes: 720 },
] as const;
