using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary>
/// <c>require(`./pages/${name}.js`)</c> and <c>import("./pages/" + name)</c>: a request that is known only in parts, for any of the files it may mean.
/// </summary>
internal sealed class GlobRequest(ImportRecordKind kind, Expression request, Node node, IReadOnlyList<string> literals)
{
    public ImportRecordKind Kind { get; } = kind;

    public TextSpan Span { get; } = request.Span;

    /// <summary>The call.</summary>
    public Node Node { get; } = node;

    public int Statement { get; init; }

    /// <summary>What is known, with an expression between each two; empty texts at the end where an expression ends it.</summary>
    public IReadOnlyList<string> Literals { get; } = literals;

    /// <summary>What the request may be when it runs, and the record for it; filled by the loader.</summary>
    public List<(string Text, ImportRecord Record)> Matches { get; } = [];

    /// <summary>The folder that all of it is in, as written: <c>./pages</c>.</summary>
    public string Folder => Literals[0][..Literals[0].LastIndexOf('/')];

    /// <summary>Null when the request does not begin with a relative folder.</summary>
    public static IReadOnlyList<string>? Read(Expression request)
    {
        List<string> literals = [""];
        if (!Collect(request, literals) || literals.Count < 2) return null;
        return literals[0].StartsWith("./", StringComparison.Ordinal) || literals[0].StartsWith("../", StringComparison.Ordinal) ? literals : null;
    }

    private static bool Collect(Expression part, List<string> literals)
    {
        switch (part)
        {
            case StringLiteral text:
                literals[^1] += text.Value;
                return true;
            case TemplateLiteral template:
                for (int i = 0; i < template.Quasis.Length; i++)
                {
                    if (template.Quasis[i].Cooked is not { } cooked) return false;
                    literals[^1] += cooked;
                    if (i < template.Expressions.Length) literals.Add("");
                }
                return true;
            case BinaryExpression { Operator: BinaryOperator.Add, Left: Expression left } sum:
                return Collect(left, literals) && Collect(sum.Right, literals);
            default:
                // a + b: one unknown text
                if (literals.Count == 1 || literals[^1].Length > 0) literals.Add("");
                return true;
        }
    }

    /// <summary>Whether the expressions can be such that the request is this text.</summary>
    public bool CanBe(string text) => CanBe(text, 0, 0);

    private bool CanBe(string text, int at, int literal)
    {
        string known = Literals[literal];
        if (string.CompareOrdinal(text, at, known, 0, known.Length) != 0) return false;
        at += known.Length;
        if (literal == Literals.Count - 1) return at == text.Length;
        // behind a slash an expression may be several folders deep
        bool isDeep = known.EndsWith('/');
        for (int end = at + 1; end <= text.Length && (isDeep || text[end - 1] != '/'); end++)
            if (CanBe(text, end, literal + 1)) return true;
        return false;
    }
}
