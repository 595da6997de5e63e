import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  Input,
  Kbd,
  type MantineColorsTuple,
  Menu,
  Modal,
  MultiSelect,
  Radio,
  Select,
  Switch,
  TagsInput,
  Tooltip,
} from '@mantine/core';
import overrides from '#renderer/theme/mantine.module.css';

const ink: MantineColorsTuple = [
  '#EEF1FC',
  '#DCE2F8',
  '#B9C5F0',
  '#93A5E6',
  '#6F86DA',
  '#4A63D3',
  '#2E49B0',
  '#243B93',
  '#1C2F76',
  '#14225A',
];
const graphite: MantineColorsTuple = [
  '#F7F8FA',
  '#EEF0F4',
  '#E1E5EB',
  '#C5CCD6',
  '#949EAE',
  '#5C6678',
  '#465062',
  '#2B3342',
  '#1B2028',
  '#0E1116',
];
/** The library's own greys are warm: whatever part of it still takes one finds ours. */
const dark: MantineColorsTuple = [
  '#E9ECF1',
  '#B4BCC9',
  '#949EAE',
  '#707C8D',
  '#3D4756',
  '#282F3A',
  '#20262F',
  '#1B2028',
  '#161A21',
  '#0E1116',
];

/** Class names of our override sheet; a missing one is a mistake of ours, so it falls back to nothing visibly wrong. */
const of = (name: string): string => overrides[name] ?? '';

/** Values of the design language given to Mantine; colours of single parts come from the `--op-*` tokens. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 5 },
  colors: { ink, graphite, dark },
  white: '#FFFFFF',
  black: '#161B26',
  fontFamily: 'var(--op-font)',
  fontFamilyMonospace: 'var(--op-mono)',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '1.4545', sm: '1.5', md: '1.5385', lg: '1.4667', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '14px' },
  defaultRadius: 'md',
  shadows: { xs: 'var(--op-e1)', sm: 'var(--op-e1)', md: 'var(--op-e2)', lg: 'var(--op-e2)', xl: 'var(--op-e3)' },
  headings: {
    fontFamily: 'var(--op-font)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.4' },
      h2: { fontSize: '15px', lineHeight: '1.4667' },
      h3: { fontSize: '13px', lineHeight: '1.5385' },
    },
  },
  cursorType: 'default',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' }, classNames: { root: of('button') } }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', size: 28, color: 'gray' },
      classNames: { root: of('action') },
    }),
    Input: Input.extend({ defaultProps: { size: 'sm' }, classNames: { wrapper: of('field'), input: of('input') } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      classNames: { label: of('label'), description: of('description'), error: of('error') },
    }),
    MultiSelect: MultiSelect.extend({
      classNames: { inputField: of('typing'), pill: of('value'), option: of('option') },
    }),
    TagsInput: TagsInput.extend({ classNames: { inputField: of('typing'), pill: of('value'), option: of('option') } }),
    Select: Select.extend({ defaultProps: { checkIconPosition: 'right' }, classNames: { option: of('option') } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' }, classNames: { input: of('check'), label: of('text') } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs' }, classNames: { radio: of('check'), label: of('text') } }),
    Switch: Switch.extend({ defaultProps: { size: 'xs' }, classNames: { label: of('text') } }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: false, fz: 12 },
      classNames: { tooltip: of('tooltip') },
    }),
    Menu: Menu.extend({
      defaultProps: { shadow: 'md', offset: 4 },
      classNames: { dropdown: of('dropdown'), item: of('item'), label: of('menuLabel') },
    }),
    Modal: Modal.extend({ defaultProps: { centered: true, shadow: 'xl', radius: 10 } }),
  },
});
