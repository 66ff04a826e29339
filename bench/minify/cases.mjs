// The files of the public minification benchmark (privatenumber/minification-benchmarks), in its versions, and for each a check that a
// minified copy still works. A check gets the module's exports and, where it needs one, a DOM is there.
import assert from 'node:assert/strict';

export const cases = {
  react: { file: 'react/cjs/react.development.js', check: react => assert.equal(react.createElement('div', { a: 1 }).props.a, 1) },
  moment: { file: 'moment/moment.js', check: moment => assert.equal(moment('2020-02-01').add(1, 'month').format('YYYY-MM-DD dddd'), '2020-03-01 Sunday') },
  jquery: {
    file: 'jquery/dist/jquery.js', dom: true,
    check: $ => {
      document.body.innerHTML = '<p class="a">x</p>';
      $('.a').addClass('b').text('y');
      assert.equal(document.body.innerHTML, '<p class="a b">y</p>');
    },
  },
  vue: {
    file: 'vue/dist/vue.js', dom: true,
    check: Vue => {
      document.body.innerHTML = '<div id="app"></div>';
      new Vue({ el: '#app', template: '<p :id="a"><b v-for="x in 3">{{ x * 2 }}</b></p>', data: { a: 'q' } });
      assert.equal(document.body.innerHTML, '<p id="q"><b>2</b><b>4</b><b>6</b></p>');
    },
  },
  lodash: { file: 'lodash/lodash.js', check: _ => assert.equal(_.template('<%= a %>!')({ a: _.camelCase('foo bar') }), 'fooBar!') },
  d3: {
    file: 'd3/dist/d3.js', dom: true,
    check: d3 => {
      document.body.innerHTML = '';
      d3.select(document.body).append('svg').attr('width', 100).append('circle').attr('r', 40).style('fill', 'green');
      assert.equal(document.body.innerHTML, '<svg width="100"><circle r="40" style="fill: green;"></circle></svg>');
    },
  },
  terser: { file: 'terser/dist/bundle.min.js', check: async terser => assert.equal((await terser.minify('l(true)')).code, 'l(!0);') },
  three: { file: 'three/build/three.js', check: ({ Vector2 }) => assert.equal(new Vector2(3, 4).manhattanDistanceTo(new Vector2(11, 38)), 42) },
  victory: {
    file: 'victory/dist/victory.js', dom: true,
    check: ({ VictoryChart }, require) => assert(render(VictoryChart, {}, require).includes('chart-axis-0-tickLabels-4')),
  },
  echarts: {
    file: 'echarts/dist/echarts.js', dom: true,
    check: echarts => {
      const host = document.body.appendChild(document.createElement('div'));
      echarts.init(host, undefined, { width: 1, height: 1 });
      assert(host.innerHTML.includes('position: relative'));
    },
  },
  antd: {
    file: 'antd/dist/antd.js', dom: true,
    check: ({ Button }, require) => assert.equal(render(Button, {}, require, 'rendered'), '<button type="button" class="ant-btn"><span>rendered</span></button>'),
  },
  typescript: {
    file: 'typescript/lib/typescript.js',
    check: ts => assert.equal(ts.transpileModule('let x: () => string = () => "string"', { compilerOptions: { target: 0, newLine: 1 } }).outputText, 'var x = function () { return "string"; };\n'),
  },
};

function render(component, props, require, ...children) {
  const host = document.body.appendChild(document.createElement('div'));
  require('react-dom').render(require('react').createElement(component, props, ...children), host);
  return host.innerHTML;
}
