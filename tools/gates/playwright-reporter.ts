// Keeps what failed in a run of Playwright: tests, and errors that belong to no test.
import { relative } from 'node:path';
import type { FullResult, Reporter, Suite, TestCase, TestError } from 'playwright/types/testReporter';
import { keepFailure } from './failure-list.ts';

const messageOf = (error: TestError | undefined) => error?.message ?? error?.value ?? '';

function keepTest(test: TestCase): void {
  const titles = test.titlePath().slice(3);
  const file = `${relative(process.cwd(), test.location.file)}:${test.location.line}`;
  const [error] = test.results.flatMap(({ errors }) => errors);
  keepFailure({ test: [file, ...titles].join(' > '), message: messageOf(error) });
}

class FailureKeeper implements Reporter {
  private all: Suite | null = null;

  onBegin(_config: unknown, suite: Suite): void {
    this.all = suite;
  }

  onError(error: TestError): void {
    keepFailure({ test: 'outside every test', message: messageOf(error) });
  }

  onEnd({ status }: FullResult): void {
    const tests = this.all?.allTests() ?? [];
    for (const test of tests.filter((each) => each.outcome() === 'unexpected')) keepTest(test);
    if (status === 'timedout' || status === 'interrupted') keepFailure({ test: 'the whole run', message: status });
  }
}

// biome-ignore lint/style/noDefaultExport: Playwright wants its reporters so.
export default FailureKeeper;
