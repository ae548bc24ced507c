// Before every test of the page: what is waited for may take its time on a busy machine. No test may hang on how fast the machine is.
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 60_000 });
