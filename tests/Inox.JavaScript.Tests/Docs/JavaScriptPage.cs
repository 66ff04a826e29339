using Inox.Core;
using Inox.JavaScript.Estree;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Xunit;

namespace Inox.JavaScript.Tests.Docs;

/// <summary>The code of <c>docs/javascript.md</c>: every block there stands here, and so is compiled and run.</summary>
public sealed class JavaScriptPage
{
    [Fact]
    public void Parse()
    {
        ParseResult parsed = JsParser.Parse("app.ts", "let answer: number = 42");
        foreach (Diagnostic diagnostic in parsed.Diagnostics)
            Console.WriteLine($"{diagnostic.Code} {diagnostic.Span}: {diagnostic.Message}");
        Statement first = parsed.Program.Body[0];

        Assert.Empty(parsed.Diagnostics);
        Assert.IsType<VariableDeclaration>(first);
    }

    [Fact]
    public void Options()
    {
        SourceText source = new("component.js", "const a = <b>hi</b> // greeting");
        ParseOptions options = new() { Language = Language.Jsx, SourceType = SourceType.Module, KeepTokens = true };
        ParseResult parsed = JsParser.Parse(source, options);
        foreach (SyntaxToken token in parsed.Tokens) Console.WriteLine($"{token.Kind} {source.Text[token.Start..token.End]}");
        foreach (Comment comment in parsed.Comments) Console.WriteLine(source.Text[comment.Start..comment.End]);

        Assert.Equal("const a = < b > hi < / b >", string.Join(' ', parsed.Tokens.Select(token => source.Text[token.Start..token.End])));
        Assert.Single(parsed.Comments);
    }

    private sealed class CallCounter : SyntaxVisitor
    {
        public int Count { get; private set; }

        protected override void VisitCallExpression(CallExpression node)
        {
            Count++;
            base.VisitCallExpression(node);
        }
    }

    [Fact]
    public void Visit()
    {
        CallCounter counter = new();
        counter.Visit(JsParser.Parse("app.js", "f(g(), h.i())").Program);

        Assert.Equal(3, counter.Count);
    }

    private sealed class DoubleNumbers : SyntaxRewriter
    {
        protected override Node? VisitNumericLiteral(NumericLiteral node) => new NumericLiteral(node.Span, node.Value * 2);

        protected override Node? VisitDebuggerStatement(DebuggerStatement node) => null;
    }

    [Fact]
    public void Rewrite()
    {
        ParseResult parsed = JsParser.Parse("app.js", "debugger; let a = 21");
        new DoubleNumbers().Visit(parsed.Program);
        string text = JsPrinter.Print(parsed);

        Assert.Equal("let a = 42;\n", text);
    }

    [Fact]
    public void Semantics()
    {
        ParseResult parsed = JsParser.Parse("app.js", "export let count = 0; export function next() { return ++count + step }");
        SemanticModel model = SemanticAnalyzer.Analyze(parsed, new() { CheckDeclarations = true });
        foreach (Symbol symbol in model.Symbols) Console.WriteLine($"{symbol.Name}: {symbol.Flags}, used {symbol.ValueReferences} times");
        ICollection<string> globals = model.FindGlobals().Keys;
        ModuleTable module = ModuleTable.Build(model);

        Assert.Equal(["step"], globals);
        Assert.Equal(["count", "next"], module.LocalExports.Select(export => export.ExportName));
    }

    [Fact]
    public void Flow()
    {
        ParseResult parsed = JsParser.Parse("app.js", "function f() { return 1; f() }");
        ControlFlowGraph graph = ControlFlowGraph.Build(parsed.Program.Body[0]);
        List<Node> dead = [];
        for (int block = 0; block < graph.Blocks.Length; block++)
            if (!graph.Blocks[block].IsReachable) dead.AddRange(graph.GetNodes(block));

        Assert.Equal([NodeKind.ExpressionStatement, NodeKind.IdentifierReference, NodeKind.CallExpression], dead.Select(node => node.Kind));
    }

    [Fact]
    public void Classes()
    {
        ParseResult parsed = JsParser.Parse("app.js", "class A { #a = 1; static b() { return new A().#a } }");
        ClassTable table = ClassTable.Build(parsed.Program);
        foreach (PrivateReference use in table.PrivateReferences) Console.WriteLine($"#{use.Node.Name} is {table.Members[use.Member].Kind}");

        Assert.Equal(ClassMemberKind.Field, table.Members[Assert.Single(table.PrivateReferences).Member].Kind);
    }

    [Fact]
    public void TypeScriptChecks()
    {
        ParseResult parsed = JsParser.Parse("app.ts", "import type { A } from './a'; new A()");
        SemanticModel model = SemanticAnalyzer.Analyze(parsed, new() { TypeScriptRules = new() { Module = ModuleOutput.Es2022 } });

        Assert.Equal("IX1612", Assert.Single(model.Diagnostics).Code);
    }

    [Fact]
    public void Json()
    {
        System.Buffers.ArrayBufferWriter<byte> json = new();
        EstreeJson.Write(JsParser.Parse("app.js", "a"), json, new() { Dialect = EstreeDialect.Acorn });

        Assert.True(json.WrittenCount > 0);
    }
}
