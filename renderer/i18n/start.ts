import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english } from '#renderer/i18n/dictionary-en.ts';
import { russian } from '#renderer/i18n/dictionary-ru.ts';

export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

const KEY = 'opora-language';

/** The language of this workstation: what the start asked for (`#token=…&lang=en`) or was chosen before, Russian otherwise. */
function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.hash.slice(1)).get('lang');
  if (asked === 'ru' || asked === 'en') localStorage.setItem(KEY, asked);
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'ru';
}

/** Prepares the dictionaries; resolves when words are there. */
export async function startLanguage(language: Language = chosenLanguage()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'ru',
    defaultNS: 'common',
    resources: { ru: russian, en: english },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** Switches the words of every window of this profile at once and remembers the choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
