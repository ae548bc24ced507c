// Every field in every state.
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { CheckboxField } from '../ui/checkbox-field.tsx';
import { ComboField, type ComboValue } from '../ui/combo-field.tsx';
import { DateTextField } from '../ui/date-text-field.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Form } from '../ui/form.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { FieldRow, FormSection } from '../ui/form-section.tsx';
import { useKanaCapture } from '../ui/kana-capture.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TODAY } from './people.ts';

const CARE = ['未申請', '非該当', '要支援1', '要支援2', '要介護1', '要介護2', '要介護3'].map((label) => ({
  code: label,
  label,
}));
const BUILDINGS = ['堀江ハイツ', 'コーポ北堀江', '市営南堀江住宅', 'サンライズ西'].map((label, index) => ({
  code: label,
  label,
  note: `北堀江${index + 1}丁目`,
}));
const PROBLEMS = [
  { field: 'phone', message: '電話番号は数字とハイフンで入れてください。' },
  { field: 'birth', message: '昭和は64年1月7日までです。年号を確かめてください。' },
];

function NameFields() {
  const [name, setName] = useState('髙橋　ヨシ子');
  const [kana, setKana] = useState('タカハシ　ヨシコ');
  const capture = useKanaCapture({ kana, onKana: setKana });
  return (
    <FieldRow>
      <TextField
        label="氏名"
        isRequired
        value={name}
        onChange={(next) => {
          setName(next);
          capture.onNameChange(next);
        }}
        inputProps={capture.inputProps}
      />
      <TextField label="フリガナ" value={kana} onChange={setKana} />
    </FieldRow>
  );
}

export function FieldsSheet() {
  const [birth, setBirth] = useState('S12.3.4');
  const [wrongBirth, setWrongBirth] = useState('昭和64年2月1日');
  const [plan, setPlan] = useState('');
  const [care, setCare] = useState<string | null>('要支援2');
  const [none, setNone] = useState<string | null>(null);
  const [building, setBuilding] = useState<ComboValue>({ code: '堀江ハイツ', text: '堀江ハイツ' });
  const [phone, setPhone] = useState('06-0000-12三4');
  const [note, setNote] = useState('ひざが痛く、買い物は週に一度。\n話し好きで、昔の市電の話をよくされる。');
  const [passphrase, setPassphrase] = useState('ｈｉｍｉｔｓｕ');
  const [search, setSearch] = useState('たかはし');
  const [isConsented, setIsConsented] = useState(true);
  const [isWestern, setIsWestern] = useState(true);
  return (
    <>
      <PageHeader title="台帳に人を加える" />
      <Form aria-label="人を加える" onSubmit={() => false}>
        <ErrorSummary problems={PROBLEMS} />
        <FormSection title="本人">
          <NameFields />
          <DateTextField
            id="birth"
            label="生年月日"
            description="昭和12年3月4日、S12.3.4、19370304 のどれでも構いません。"
            value={birth}
            onChange={setBirth}
            today={TODAY}
            purpose="birth"
          />
          <DateTextField
            label="生年月日（あやまり）"
            value={wrongBirth}
            onChange={setWrongBirth}
            today={TODAY}
            purpose="birth"
          />
          <FieldRow>
            <TextField
              id="phone"
              label="電話"
              type="tel"
              value={phone}
              onChange={setPhone}
              errorMessage="電話番号は数字とハイフンで入れてください。"
            />
            <TextField label="整理番号" value="P-0042" onChange={() => {}} isDisabled />
          </FieldRow>
          <FieldRow>
            <SelectField label="要介護度" options={CARE} value={care} onChange={setCare} canBeEmpty />
            <SelectField
              label="見守りの種類"
              options={CARE}
              value={none}
              onChange={setNone}
              isRequired
              errorMessage="見守りの種類を選んでください。"
            />
          </FieldRow>
          <ComboField
            label="建物"
            description="一覧になければ、そのまま書けます。"
            options={BUILDINGS}
            value={building}
            onChange={setBuilding}
            allowsOwnText
          />
          <TextArea label="様子" value={note} onChange={setNote} />
          <CheckboxField
            label="名簿に載せることに同意を得た"
            description="同意書の日付は次の欄に書きます。"
            isSelected={isConsented}
            onChange={setIsConsented}
          />
          <CheckboxField
            label="説明を読みました"
            isSelected={false}
            onChange={() => {}}
            errorMessage="先に進むには印を付けてください。"
          />
        </FormSection>
        <FormSection title="予定と設定">
          <DateTextField label="次回予定" value={plan} onChange={setPlan} today={TODAY} purpose="plan" />
          <SwitchField
            label="西暦もならべて表示する"
            description="例：昭和12年3月4日（1937年）"
            isSelected={isWestern}
            onChange={setIsWestern}
          />
          <PasswordField
            label="合言葉"
            value={passphrase}
            onChange={setPassphrase}
            description="12文字以上。ほかで使っていないもの。"
          />
          <SearchField label="台帳をさがす" value={search} onChange={setSearch} />
        </FormSection>
        <FormActions>
          <Button type="submit" variant="primary" size="large">
            保存する
          </Button>
          <Button size="large">やめる</Button>
        </FormActions>
      </Form>
    </>
  );
}
