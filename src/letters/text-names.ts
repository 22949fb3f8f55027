/** The names of texts, which a long list separates by spaces and line ends. */
export const textNames = ([names = '']: TemplateStringsArray): readonly string[] => names.trim().split(/\s+/);
