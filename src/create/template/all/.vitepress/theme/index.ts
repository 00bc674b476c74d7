export { default } from '@tsuzuri/site/theme';
