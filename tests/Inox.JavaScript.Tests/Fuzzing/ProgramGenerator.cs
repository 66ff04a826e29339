using System.Text;

namespace Inox.JavaScript.Tests.Fuzzing;

/// <summary>
/// Writes random programs that follow the grammar: every text should parse as a module or script of its language. The same seed gives the
/// same program. Names are few, so that references mean something; contexts (loops, async, generators, classes) are tracked so that
/// `break`, `await`, `yield` and `super` stand where they may.
/// </summary>
internal sealed partial class ProgramGenerator(int seed, Language language)
{
    private const int MaximalDepth = 5;

    private static readonly string[] s_names = ["a", "b", "c", "d", "of", "get", "set", "async", "static_", "from", "as", "type", "$", "_", "é", "x1"];
    private static readonly string[] s_literals =
    [
        "0", "1", "1.5", "0x1F", "1e9", "1e-7", ".5", "5.", "0b11", "0o17", "1_000", "10n", "'a'", "\"it's\"", "'\\n\\u{1F600}'", "''", "true", "false", "null", "/a[/]b/gi", "/(?<n>x)\\k<n>/u", "`a`", "`\\``", "this",
    ];
    private static readonly string[] s_binary = ["+", "-", "*", "/", "%", "**", "<<", ">>", ">>>", "&", "|", "^", "==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "instanceof", "&&", "||", ","];
    private static readonly string[] s_unary = ["-", "+", "!", "~", "typeof ", "void ", "- -", "+ +", "-"];
    private static readonly string[] s_assignment = ["=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??="];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private readonly bool _isTypeScript = language is Language.TypeScript or Language.Tsx;
    private readonly bool _isJsx = language is Language.Jsx or Language.Tsx;
    private int _depth;
    private int _labels;
    private bool _inLoop, _inFunction, _inAsync, _inGenerator, _inMethod;

    public string Generate(int statements)
    {
        for (int i = 0; i < statements; i++) Statement();
        return _text.ToString();
    }

    private int Pick(int count) => _random.Next(count);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Name() => s_names[Pick(s_names.Length)];

    private void Write(string text) => _text.Append(text);

    private bool IsDeep => _depth >= MaximalDepth;

    // `let a; let a` is an error that this is not about: each declaration has a name of its own
    private int _declared;

    private string NewName() => $"{Name()}{++_declared}";

    private void Statement()
    {
        _depth++;
        if (IsDeep) Simple();
        else Compound();
        _depth--;
    }

    private void Simple()
    {
        switch (Pick(6))
        {
            case 0: Write(";"); break;
            case 1: Write("debugger;"); break;
            case 2 when _inLoop: Write(Chance(50) ? "break;" : "continue;"); break;
            case 3 when _inFunction: Write("return;"); break;
            default: ExpressionStatement(); break;
        }
        Write("\n");
    }

    private void Compound()
    {
        switch (Pick(_isTypeScript ? 22 : 17))
        {
            case 0 or 1: Variable(); break;
            case 2: If(); break;
            case 3: Loop(); break;
            case 4: For(); break;
            case 5: Try(); break;
            case 6: Switch(); break;
            case 7: Function(); break;
            case 8: Class(NewName()); break;
            case 9: Block(); break;
            case 10: Labeled(); break;
            case 11: Write("throw "); Expression(); Write(";"); break;
            case 12 when _inFunction: Write("return "); Expression(); Write(";"); break;
            case 17: Enum(); break;
            case 18: Interface(); break;
            case 19: TypeAlias(); break;
            case 20 when _depth == 1: Namespace(); break;
            case 21: Write($"declare function {NewName()}("); Parameter(); Write("): "); Type(); Write(";"); break;
            default: ExpressionStatement(); break;
        }
        Write("\n");
    }

    private void ExpressionStatement()
    {
        Write("(");
        Expression();
        Write(");");
    }

    private void Variable()
    {
        Write(new[] { "var ", "let ", "const " }[Pick(3)]);
        Binding();
        if (_isTypeScript && Chance(30)) Annotation();
        Write(" = ");
        Assignment();
        Write(";");
    }

    private void Annotation()
    {
        Write(": ");
        Type();
    }

    private void Binding()
    {
        switch (IsDeep ? 0 : Pick(5))
        {
            case 3:
                _depth++;
                Write("{ ");
                Write($"{Name()}: ");
                Binding();
                if (Chance(40)) { Write(" = "); Assignment(); }
                if (Chance(30)) { Write(", ["); Assignment(); Write("]: "); Binding(); }
                if (Chance(30)) Write($", ...{NewName()}");
                Write(" }");
                _depth--;
                break;
            case 4:
                _depth++;
                Write("[");
                if (Chance(30)) Write(", ");
                Binding();
                if (Chance(30)) { Write(" = "); Assignment(); }
                if (Chance(30)) { Write(", ..."); Binding(); }
                Write("]");
                _depth--;
                break;
            default: Write(NewName()); break;
        }
    }

    private void Block()
    {
        Write("{\n");
        for (int i = Pick(3); i >= 0; i--) Statement();
        Write("}");
    }

    private void If()
    {
        Write("if (");
        Expression();
        Write(") ");
        Block();
        if (!Chance(50)) return;
        Write(" else ");
        if (Chance(40)) If();
        else Block();
    }

    private void LoopBody()
    {
        bool outer = _inLoop;
        _inLoop = true;
        Block();
        _inLoop = outer;
    }

    private void Loop()
    {
        if (Chance(50))
        {
            Write("while (");
            Expression();
            Write(") ");
            LoopBody();
            return;
        }
        Write("do ");
        LoopBody();
        Write(" while (");
        Expression();
        Write(");");
    }

    private void For()
    {
        switch (Pick(4))
        {
            case 0:
                Write("for (let ");
                Binding();
                Write(" = (");
                Expression();
                Write("); ");
                if (Chance(70)) Expression();
                Write("; ");
                if (Chance(70)) Expression();
                break;
            case 1: Write("for (var "); Binding(); Write(" in "); Expression(); break;
            case 2 when _inAsync: Write("for await (const "); Binding(); Write(" of "); Assignment(); break;
            default: Write("for ("); Write(Chance(50) ? "const " : "let "); Binding(); Write(" of "); Assignment(); break;
        }
        Write(") ");
        LoopBody();
    }

    private void Try()
    {
        Write("try ");
        Block();
        bool hasCatch = Chance(70);
        if (hasCatch)
        {
            Write(" catch ");
            if (Chance(60)) { Write("("); Binding(); Write(") "); }
            Block();
        }
        if (hasCatch && !Chance(40)) return;
        Write(" finally ");
        Block();
    }

    private void Switch()
    {
        Write("switch (");
        Expression();
        Write(") {\n");
        for (int i = Pick(3); i > 0; i--)
        {
            Write("case ");
            Expression();
            Write(":\n");
            if (Chance(70)) Block();
        }
        if (Chance(50)) Write("default:\n");
        Write("}");
    }

    private void Labeled()
    {
        string label = $"label{++_labels}";
        Write($"{label}: for (;;) {{ ");
        Write(Chance(50) ? $"break {label};" : $"continue {label};");
        Write(" }");
    }
}
