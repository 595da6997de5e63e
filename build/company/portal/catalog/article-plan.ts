export interface ArticlePlan {
  title: string;
  /** Markdown. */
  text: string;
  keywords: string[];
  /** Keys of the services that it helps with. */
  services: string[];
}
