using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Tests.Fuzzing;
using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Printing;

/// <summary>What is printed reads as the same tree, over a sample of the packs; <c>INOX_FUZZ</c> takes all of them.</summary>
public sealed class RoundTripTests
{
    private static readonly int s_every = Environment.GetEnvironmentVariable("INOX_FUZZ") is null ? 11 : 1;

    [Fact]
    public void Test262() => Check("test262", "test262-index.jsonl", "test262.tar", static test =>
        test.GetProperty("negative") is { ValueKind: JsonValueKind.Object } negative && negative.GetProperty("phase").GetString() == "parse" ? null : test.GetProperty("path").GetString());

    [Fact]
    public void TypeScript() => Check("typescript", "typescript-index.jsonl", "typescript.tar", static test =>
        test.GetProperty("verdict").GetString() == "accept" && !test.GetProperty("multiFile").GetBoolean() ? test.GetProperty("path").GetString() : null);

    private static void Check(string packName, string index, string tar, Func<JsonElement, string?> choose)
    {
        using Pack pack = Pack.Require(packName);
        Dictionary<string, byte[]> files = pack.ReadTar(tar);
        List<string> failures = [];
        int number = 0;
        foreach (JsonElement test in pack.ReadLines(index))
        {
            if (choose(test) is not { } path || number++ % s_every != 0) continue;
            if (Compare(SourceText.Decode(path, files[path])) is { } why) failures.Add($"{path}: {why}");
        }
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
    }

    private static string? Compare(SourceText source) => RoundTrip.Explain(source, ParseOptions.ForPath(source.Path));
}

/// <summary>Takes back what minifying writes in another form: `!0`, shorthand properties, templates for strings.</summary>
internal sealed class LongForms : SyntaxRewriter
{
    public static Node? Of(Program program) => new LongForms().Visit(program);

    protected override Node? VisitUnaryExpression(UnaryExpression node)
    {
        base.VisitUnaryExpression(node);
        return node is { Operator: UnaryOperator.Not, Argument: NumericLiteral { Value: 0 or 1 } digit } ? new BooleanLiteral(node.Span, digit.Value == 0) : node;
    }

    protected override Node? VisitTemplateLiteral(TemplateLiteral node) =>
        node is { Expressions.Length: 0, Quasis: [{ Cooked: { } text }] } ? new StringLiteral(node.Span, text) : base.VisitTemplateLiteral(node);

    // `</script` is escaped in the text, not in the value
    protected override Node? VisitTemplateElement(TemplateElement node) => node.Cooked is null ? node : new TemplateElement(node.Span, "", node.Cooked, node.IsTail);

    protected override Node? VisitTaggedTemplateExpression(TaggedTemplateExpression node)
    {
        node.Tag = VisitRequired(node.Tag);
        for (int i = 0; i < node.Quasi.Expressions.Length; i++) node.Quasi.Expressions[i] = VisitRequired(node.Quasi.Expressions[i]);
        return node;
    }

    protected override Node? VisitEmptyStatement(EmptyStatement node) => null;

    protected override Node? VisitCallExpression(CallExpression node)
    {
        node.IsPure = false;
        return base.VisitCallExpression(node);
    }

    protected override Node? VisitNewExpression(NewExpression node)
    {
        node.IsPure = false;
        return base.VisitNewExpression(node);
    }

    protected override Node? VisitProperty(Property node)
    {
        node.IsShorthand = false;
        return base.VisitProperty(node);
    }

    protected override Node? VisitPatternProperty(PatternProperty node)
    {
        node.IsShorthand = false;
        return base.VisitPatternProperty(node);
    }
}
