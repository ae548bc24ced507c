// All numbers are invented.
import { describe, expect, it } from 'vitest';
import { findPhone, normalizePhone, phoneDigits } from '#shared/model/phone.ts';
import { normalizePostalCode } from '#shared/model/postal-code.ts';

describe('a telephone number', () => {
  it.each([
    ['06-6511-2299', '06-6511-2299', []],
    ['0665112299', '06-6511-2299', []],
    ['06(6511)2299', '06-6511-2299', []],
    ['(06)6511-2299', '06-6511-2299', []],
    ['06 6511 2299', '06-6511-2299', []],
    ['06―6511―2299', '06-6511-2299', []],
    ['06ー6511ー2299', '06-6511-2299', []],
    ['TEL 06-6511-2299', '06-6511-2299', []],
    ['℡06-6511-2299', '06-6511-2299', []],
    ['+81-6-6511-2299', '06-6511-2299', []],
    ['+81 (0)90 8110 4841', '090-8110-4841', []],
    ['０６－６５１１－２２９９', '06-6511-2299', ['full_width']],
    ['6511-2299', '06-6511-2299', ['area_code_added']],
    ['４３９０－１１２２', '06-4390-1122', ['full_width', 'area_code_added']],
    ['665112299', '06-6511-2299', ['leading_zero_restored']],
    ['70-8110-4841', '070-8110-4841', ['leading_zero_restored']],
    ['8081104841', '080-8110-4841', ['leading_zero_restored']],
    ['90-8110-4841', '090-8110-4841', ['leading_zero_restored']],
    ['09081104841', '090-8110-4841', []],
    ['080-0080-2751', '080-0080-2751', []],
    ['0800-123-4567', '0800-123-4567', []],
    ['0120123456', '0120-123-456', []],
    ['072-254-1122', '072-254-1122', []],
    ['0721-25-1122', '0721-25-1122', []],
    ['0721251122', '0721251122', []],
    ['03-3511-2299', '03-3511-2299', []],
  ])('%s is %s', (text, phone, changes) => {
    expect(normalizePhone(text)).toEqual({ ok: true, phone, changes });
  });

  it.each([
    '',
    '不明',
    '110',
    '3511-2299',
    '06-6511-229',
    '06-6511-22990',
    '090-8110-484',
    '090-8110-48411',
    '0090811048',
    '06-6511-2299 090-8110-4841',
    '長男 090-8110-4841',
    '1234567',
  ])('%j is refused', (text) => {
    expect(normalizePhone(text)).toEqual({ ok: false });
  });

  it('is searched by its digits', () => {
    expect(phoneDigits('０６（6511）2299')).toBe('0665112299');
    expect(phoneDigits('なし')).toBe('');
  });

  it('is found inside a contact', () => {
    expect(findPhone('試野 一(弟) 07081104841')).toEqual({ phone: '070-8110-4841', rest: '試野 一(弟)' });
    expect(findPhone('試野 一(長男) 90-8110-4841')).toEqual({ phone: '090-8110-4841', rest: '試野 一(長男)' });
    expect(findPhone('試野 一(長男)　０６（６５１１）２２９９ 夜のみ')).toEqual({
      phone: '06-6511-2299',
      rest: '試野 一(長男)　 夜のみ',
    });
    expect(findPhone('試野 一(姪) ')).toEqual({ phone: null, rest: '試野 一(姪) ' });
    expect(findPhone('1丁目 12-3456')).toEqual({ phone: null, rest: '1丁目 12-3456' });
  });
});

describe('a postal code', () => {
  it.each([
    ['5500013', '550-0013'],
    ['550-0013', '550-0013'],
    ['５５０－００１３', '550-0013'],
    ['〒550-0013', '550-0013'],
    ['〒 550ー0013', '550-0013'],
  ])('%s is %s', (text, code) => {
    expect(normalizePostalCode(text)).toBe(code);
  });

  it.each(['', '550', '55000134', '西区', '550-001a'])('%j is refused', (text) => {
    expect(normalizePostalCode(text)).toBeNull();
  });
});
