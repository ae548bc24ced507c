// @vitest-environment jsdom
// The QR code on screen and paper, drawn and then read by another author's reader.
import { cleanup, render, screen } from '@testing-library/react';
import decodeQr from 'qr/decode.js';
import { afterEach, describe, expect, it } from 'vitest';
import { QrCode } from '#renderer/ui/qr-code.tsx';
import { readRecoveryCode, writeRecoveryCode } from '#shared/model/recovery-code.ts';

afterEach(cleanup);

const PIXELS = 8;

/** The drawn squares as a picture of grey bytes. */
function picture(svg: Element) {
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const side = size * PIXELS;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y] of (svg.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/gu)) {
    for (let dy = 0; dy < PIXELS; dy += 1) {
      for (let dx = 0; dx < PIXELS; dx += 1) {
        const at = ((Number(y) * PIXELS + dy) * side + Number(x) * PIXELS + dx) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { width: side, height: side, data };
}

const codeOf = (seed: number) =>
  writeRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => (seed * 53 + at * 97) % 256)).join('-');

function drawn(text: string) {
  render(<QrCode text={text} label="回復用コードのQRコード" />);
  return picture(screen.getByRole('img', { name: '回復用コードのQRコード' }));
}

describe('the QR code of a recovery code', () => {
  it('reads back as the code, for many codes', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const read = decodeQr(drawn(codeOf(seed)));
      expect(read).toBe(codeOf(seed));
      expect(readRecoveryCode(read).ok).toBe(true);
      cleanup();
    }
  });

  it('is another one for another code, and a blank picture is none (positive control)', () => {
    expect(decodeQr(drawn(codeOf(1)))).not.toBe(codeOf(2));
    const blank = { width: 200, height: 200, data: new Uint8Array(200 * 200 * 4).fill(255) };
    expect(() => decodeQr(blank)).toThrow();
  });

  it('survives a stain on a tenth of it', () => {
    const soiled = drawn(codeOf(3));
    const { width, data } = soiled;
    const from = Math.floor(width * 0.55);
    for (let y = from; y < from + width * 0.2; y += 1) {
      data.fill(255, (Math.floor(y) * width + from) * 4, (Math.floor(y) * width + from + Math.floor(width * 0.2)) * 4);
    }
    expect(decodeQr(soiled)).toBe(codeOf(3));
  });
});
