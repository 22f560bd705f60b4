import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { number } from '../shared/format';
import { texts } from './texts';

interface Props {
  name: string;
  rows: { label: string; count: number }[];
}

const ROW_PX = 34;
const AXIS_PX = 60;

/** The numbers of a table as bars; a file of its own, because the charts are larger than all the rest. */
export default function Chart({ name, rows }: Props) {
  return (
    <div role="img" aria-label={texts.chart(name)}>
      <BarChart
        h={rows.length * ROW_PX + AXIS_PX}
        data={rows}
        dataKey="label"
        orientation="vertical"
        series={[{ name: 'count', label: texts.count, color: 'blue.8' }]}
        valueFormatter={number}
        yAxisProps={{ width: 130 }}
        xAxisProps={{ allowDecimals: false }}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        withTooltip={false}
      />
    </div>
  );
}
