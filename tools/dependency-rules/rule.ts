// What a dependency rule is, and how it names a package. Regular expressions are over paths from the project's root.
import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

/** A forbidden import. Its name is what the check prints, its comment says why. */
export interface Rule extends Pick<IRegularForbiddenRuleType, 'from' | 'to'> {
  readonly name: string;
  readonly comment: string;
  readonly severity: 'error';
}

/** A package, wherever it is installed, and also where it is not (then the bare name stays unresolved). */
export const packages = (...names: readonly string[]): string => `^(node_modules/)?(${names.join('|')})(/|$)`;
