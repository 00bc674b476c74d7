export { default } from '@tsuzuri/site/config';
