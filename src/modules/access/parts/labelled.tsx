type LabelledProps = { name: string; label: string; value: string; type?: 'date' | 'text' }

/** A field of a filter under its label. */
export const Labelled = ({ name, label, value, type = 'text' }: LabelledProps) => (
  <label>
    {label}
    <input name={name} type={type} defaultValue={value} />
  </label>
)
