import { describe, expect, test } from 'vitest';
import { harmOf } from '#shared/formats/harmful.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const utf16 = (words: string): Uint8Array =>
  new Uint8Array([0xff, 0xfe, ...[...words].flatMap((one) => [one.charCodeAt(0), 0])]);
const windows = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]);

describe('harmOf', () => {
  test.each([
    ['договор.pdf', windows, 'program'],
    ['договор.pdf', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2]), 'program'],
    ['скан.png', new Uint8Array([0xcf, 0xfa, 0xed, 0xfe]), 'program'],
    ['Ярлык', new Uint8Array([0x4c, 0, 0, 0, 1, 0x14, 2, 0]), 'program'],
    ['счёт.pdf.exe', text('что угодно'), 'script'],
    ['акт.JS ', text('alert(1)'), 'script'],
    ['акт.pdf', text('#!/bin/sh\nrm -rf /'), 'script'],
    ['акт.txt', text('<?php system($_GET[0]);'), 'script'],
    ['акт.pdf', text('\ufeff \n<!DOCTYPE html><script>'), 'page'],
    ['скан.jpg', text('<!-- скан -->\n<HTML>'), 'page'],
    ['скан.png', text('<?xml version="1.0"?>\n<svg onload="x()">'), 'page'],
    ['акт.pdf', utf16('<html>'), 'page'],
  ])('%s with such bytes is refused', (name, head, harm) => {
    expect(harmOf(name, head)).toBe(harm);
  });

  test.each([
    ['договор.pdf', text('%PDF-1.7\n')],
    ['скан.pdf', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ['договор.docx', text('PK\u0003\u0004')],
    ['отчёт.xls', text('<html><table>')],
    ['письмо.html', text('<!doctype html>')],
    ['УПД.xml', text('<?xml version="1.0" encoding="windows-1251"?><Файл>')],
    ['MZ.txt', text('MZ – код страны')],
    ['пусто.pdf', new Uint8Array()],
    ['без имени', text('Просим поставить насосы.')],
    ['Положение о js.pdf', text('%PDF-1.4')],
  ])('%s is a paper', (name, head) => {
    expect(harmOf(name, head)).toBeNull();
  });
});
