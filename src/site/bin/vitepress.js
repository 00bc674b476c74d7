#!/usr/bin/env node
import 'vitepress/dist/node/cli.js';
