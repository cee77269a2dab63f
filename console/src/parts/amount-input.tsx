import { TextInput, type TextInputProps } from '@mantine/core';
import { amountOf, sayFigure } from '../api/money.ts';
import { say } from '../words/say.ts';

/** An amount, typed as the reader writes it; what is none says so at once. */
export function AmountInput(
  props: Omit<TextInputProps, 'value' | 'onChange'> & {
    value: string;
    onChange: (typed: string) => void;
  },
) {
  const { value, onChange, error, ...rest } = props;
  const isWrong = value.trim() !== '' && amountOf(value) === undefined;
  const example = sayFigure('100.00');
  return (
    <TextInput
      placeholder={example}
      {...rest}
      error={isWrong ? say('An amount such as {example}', { example }) : error}
      inputMode="decimal"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
