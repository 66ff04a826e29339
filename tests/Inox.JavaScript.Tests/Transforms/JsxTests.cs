using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms;

public sealed class JsxTests
{
    private const string Jsx = "import { jsx as _jsx } from \"react/jsx-runtime\"; ";
    private const string Jsxs = "import { jsxs as _jsxs } from \"react/jsx-runtime\"; ";

    [Theory]
    [InlineData("<a />;", Jsx + "_jsx('a', {});")]
    [InlineData("<A />;", Jsx + "_jsx(A, {});")]
    [InlineData("<a.b.c />;", Jsx + "_jsx(a.b.c, {});")]
    [InlineData("<this.a />;", Jsx + "_jsx(this.a, {});")]
    [InlineData("<a:b />;", Jsx + "_jsx('a:b', {});")]
    [InlineData("<a-b />;", Jsx + "_jsx('a-b', {});")]
    [InlineData("<a b c=\"d\" e={f} g-h='i' j:k={<l />} />;", Jsx + "_jsx('a', { b: true, c: 'd', e: f, 'g-h': 'i', 'j:k': _jsx('l', {}) });")]
    [InlineData("<a b=\"&quot;&amp;&#65;&#x42;&nope;\" />;", Jsx + "_jsx('a', { b: '\"&AB&nope;' });")]
    [InlineData("<a key=\"b\" c={d} />;", Jsx + "_jsx('a', { c: d }, 'b');")]
    [InlineData("<a key={b} {...c} />;", Jsx + "_jsx('a', { ...c }, b);")]
    [InlineData("<a {...c} key={b} />;", "import { createElement as _createElement } from \"react\"; _createElement('a', { ...c, key: b });")]
    [InlineData("<a {...{ b: 1, c }} />;", Jsx + "_jsx('a', { b: 1, c });")]
    [InlineData("<a {...{ __proto__: b }} />;", Jsx + "_jsx('a', { ...{ __proto__: b } });")]
    [InlineData("<a {...{ ['__proto__']: b }} />;", Jsx + "_jsx('a', { ['__proto__']: b });")]
    [InlineData("<a>b</a>;", Jsx + "_jsx('a', { children: 'b' });")]
    [InlineData("<a>{b}</a>;", Jsx + "_jsx('a', { children: b });")]
    [InlineData("<a>{...b}</a>;", Jsxs + "_jsxs('a', { children: [...b] });")]
    [InlineData("<a>b{c}</a>;", Jsxs + "_jsxs('a', { children: ['b', c] });")]
    [InlineData("<a>{/* b */}{}</a>;", Jsx + "_jsx('a', {});")]
    [InlineData("<a>\n  b\n  c \n</a>;", Jsx + "_jsx('a', { children: 'b c' });")]
    [InlineData("<a>\n  {b}\n  {c} d\n</a>;", Jsxs + "_jsxs('a', { children: [b, c, ' d'] });")]
    [InlineData("<a> b </a>;", Jsx + "_jsx('a', { children: ' b ' });")]
    [InlineData("<a>\n &nbsp; b&#32;\n</a>;", Jsx + "_jsx('a', { children: '\\u00a0 b ' });")]
    [InlineData("<></>;", "import { Fragment as _Fragment, jsx as _jsx } from \"react/jsx-runtime\"; _jsx(_Fragment, {});")]
    [InlineData("<>a<b /></>;", "import { jsx as _jsx, Fragment as _Fragment, jsxs as _jsxs } from \"react/jsx-runtime\"; _jsxs(_Fragment, { children: ['a', _jsx('b', {})] });")]
    [InlineData("let _jsx; <a />;", "import { jsx as _jsx_1 } from \"react/jsx-runtime\"; let _jsx; _jsx_1('a', {});")]
    [InlineData("'use client'; <a />;", "'use client'; import { jsx as _jsx } from \"react/jsx-runtime\"; _jsx('a', {});")]
    [InlineData("/** @jsxImportSource preact */ <a />;", "import { jsx as _jsx } from \"preact/jsx-runtime\"; _jsx('a', {});")]
    [InlineData("const a = require('a'); <a />;", "const { jsx: _jsx } = require(\"react/jsx-runtime\"); const a = require('a'); _jsx('a', {});")]
    [InlineData("/** @jsxRuntime classic */ <a />;", "React.createElement('a', null);")]
    [InlineData("/** @jsxRuntime classic\n@jsx h\n@jsxFrag F */ <><a /></>;", "h(F, null, h('a', null));")]
    public void Automatic(string input, string expected) => Check(input, expected, new());

    [Theory]
    [InlineData("<a />;", "React.createElement('a', null);")]
    [InlineData("<a b={c} key='d'>e{f}<g /></a>;", "React.createElement('a', { b: c, key: 'd' }, 'e', f, React.createElement('g', null));")]
    [InlineData("<a {...b} />;", "React.createElement('a', { ...b });")]
    [InlineData("<>{...a}</>;", "React.createElement(React.Fragment, null, ...a);")]
    public void Classic(string input, string expected) => Check(input, expected, new() { Mode = JsxMode.Classic });

    [Fact]
    public void Development() => Check(
        "\n  <a key={b}>c</a>;",
        """
        import { jsxDEV as _jsxDEV } from "react/jsx-dev-runtime";
        const _jsxFileName = "input.tsx";
        _jsxDEV('a', { children: 'c' }, b, false, { fileName: _jsxFileName, lineNumber: 2, columnNumber: 3 }, this);
        """,
        new() { Development = true });

    [Theory]
    [InlineData("import React from 'react'; <a />;", "import React from 'react'; <a />;", JsxMode.Preserve)]
    [InlineData("import React from 'react'; <a />;", "import React from 'react'; React.createElement('a', null);", JsxMode.Classic)]
    [InlineData("import React from 'react'; <a />;", Jsx + "import React from 'react'; _jsx('a', {});", JsxMode.Automatic)]
    [InlineData("import b from 'b'; <a />;", Jsx + "_jsx('a', {});", JsxMode.Automatic)]
    [InlineData("import A from 'a'; <A />;", "import A from 'a'; <A />;", JsxMode.Preserve)]
    public void Imports_stay_where_elements_need_them(string input, string expected, JsxMode mode) => Check(input, expected, new() { Mode = mode });

    // Calls are marked pure, which the expected text need not say.
    private static void Check(string input, string expected, JsxOptions options)
    {
        (TransformResult result, string printed) = TransformCheck.Transform(input, new() { Jsx = options }, Language.Tsx);
        Assert.Empty(result.Diagnostics);
        string normal = TransformCheck.Normalize(expected);
        Assert.Equal(normal, printed.Replace("/* @__PURE__ */ ", "", StringComparison.Ordinal));
    }
}
