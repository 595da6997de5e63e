/** The parts of «Регистрация», in the order of the strip; each is a page of its own at `/registration/<id>`, named `tab_<id>`. */
export const registrationTabs = ['journals', 'cases', 'gaps', 'originals'] as const;
export type RegistrationTab = (typeof registrationTabs)[number];
