namespace Inox.JavaScript.Tests.Fuzzing;

internal sealed partial class ProgramGenerator   // expressions
{
    private void Expression()
    {
        Assignment();
        if (!Chance(5)) return;
        Write(", ");
        Assignment();
    }

    private void Assignment()
    {
        _depth++;
        if (IsDeep) Primary();
        else Operation();
        _depth--;
    }

    private void Operation()
    {
        switch (Pick(_isTypeScript ? 27 : _isJsx ? 24 : 23))
        {
            case 0 or 1: Binary(); break;
            case 2: Write(s_unary[Pick(s_unary.Length)]); Primary(); break;
            case 3: Primary(); Write(" ? "); Assignment(); Write(" : "); Assignment(); break;
            case 4: Write($"{Name()} {s_assignment[Pick(s_assignment.Length)]} "); Assignment(); break;
            case 5: Write($"{Name()}.{Name()} = "); Assignment(); break;
            case 6: DestructuringAssignment(); break;
            case 7: Array(); break;
            case 8: Object(); break;
            case 9: Arrow(); break;
            case 10: FunctionExpression(); break;
            case 11: Write("(class "); ClassRest(); Write(")"); break;
            case 12: Call(); break;
            case 13: Chain(); break;
            case 14: Write("new "); Primary(); Arguments(); break;
            case 15: Template(); break;
            case 16: Write(Chance(50) ? $"{Name()}++" : $"--{Name()}.{Name()}"); break;
            case 17 when _inAsync: Write("(await "); Primary(); Write(")"); break;
            case 18 when _inGenerator: Write(Chance(50) ? "(yield* " : "(yield "); Assignment(); Write(")"); break;
            case 19: Write("("); Primary(); Write(" ?? "); Primary(); Write(")"); break;
            case 20 when _inMethod: Write(Chance(50) ? $"super.{Name()}" : "super['a']"); break;
            case 21: Write("import('a')"); break;
            case 22 when _inFunction: Write("new.target"); break;
            case 23 when _isJsx: Element(); break;
            case 24: Write("("); Primary(); Write(Chance(50) ? " as " : " satisfies "); Type(); Write(")"); break;
            case 25: Primary(); Write("!"); break;
            case 26: Write($"{Name()}<"); Type(); Write(">("); Write(")"); break;
            default: Primary(); break;
        }
    }

    private void Binary()
    {
        Write("(");
        Assignment();
        Write(") ");
        Write(s_binary[Pick(s_binary.Length - 1)]);
        Write(" (");
        Assignment();
        Write(")");
        if (!Chance(40)) return;
        // without parentheses: the printer has to know what binds how
        string op = s_binary[Pick(18)];
        if (op == "**") return;
        Write($" {op} ");
        Primary();
    }

    private void Primary()
    {
        if (Chance(50)) Write(Name());
        else if (Chance(80) || IsDeep) Write(s_literals[Pick(s_literals.Length)]);
        else
        {
            Write("(");
            Expression();
            Write(")");
        }
        // a regular expression or number is no place for more
    }

    private void DestructuringAssignment()
    {
        Write("(");
        Write(Pick(3) switch
        {
            0 => $"[{Name()}, , {Name()}.{Name()} = 1, ...{Name()}]",
            1 => $"{{ {Name()}, {Name()}: {Name()}[0], ...{Name()} }}",
            _ => $"{{ {Name()} = 1, [{Name()}]: [{Name()}] }}",
        });
        Write(" = ");
        Assignment();
        Write(")");
    }

    private void Array()
    {
        Write("[");
        for (int i = Pick(3); i > 0; i--)
        {
            if (Chance(10)) Write(",");
            if (Chance(15)) Write("...");
            Assignment();
            Write(", ");
        }
        Write("]");
    }

    private void Object()
    {
        Write("({");
        for (int i = Pick(4); i > 0; i--)
        {
            Property();
            Write(", ");
        }
        Write("})");
    }

    private void Property()
    {
        switch (Pick(8))
        {
            case 0: Write(Name()); break;
            case 1: Write("..."); Assignment(); break;
            case 2: Write("["); Assignment(); Write("]: "); Assignment(); break;
            case 3: Write($"get {Name()}() "); Body(isAsync: false, isGenerator: false, isMethod: true); break;
            case 4: Write($"set {Name()}({NewName()}) "); Body(isAsync: false, isGenerator: false, isMethod: true); break;
            case 5: Method(); break;
            case 6: Write(Chance(50) ? "'a b': " : "1.50: "); Assignment(); break;
            default: Write($"{Name()}: "); Assignment(); break;
        }
    }

    private void Method()
    {
        bool isAsync = Chance(30), isGenerator = Chance(30);
        if (isAsync) Write("async ");
        if (isGenerator) Write("*");
        Write(Chance(70) ? Name() : "'a'");
        ParametersAndBody(isAsync, isGenerator, isMethod: true);
    }

    private void Arrow()
    {
        bool isAsync = Chance(30);
        Write("(");
        if (isAsync) Write("async ");
        Write("(");
        Parameter();
        Write(") => ");
        if (Chance(50)) Body(isAsync, isGenerator: false, _inMethod, _inFunction);
        else
        {
            (bool outerAsync, bool outerGenerator) = (_inAsync, _inGenerator);
            (_inAsync, _inGenerator) = (isAsync, false);
            Write("(");
            Assignment();
            Write(")");
            (_inAsync, _inGenerator) = (outerAsync, outerGenerator);
        }
        Write(")");
    }

    private void FunctionExpression()
    {
        bool isAsync = Chance(30), isGenerator = Chance(30);
        Write("(");
        if (isAsync) Write("async ");
        Write(isGenerator ? "function* " : "function ");
        ParametersAndBody(isAsync, isGenerator, isMethod: false);
        Write(")");
    }

    private void Call()
    {
        Write(Name());
        for (int i = Pick(3); i >= 0; i--)
        {
            switch (Pick(3))
            {
                case 0: Arguments(); break;
                case 1: Write($".{Name()}"); break;
                default: Write("["); Expression(); Write("]"); break;
            }
        }
    }

    private void Arguments()
    {
        Write("(");
        for (int i = Pick(3); i > 0; i--)
        {
            if (Chance(10)) Write("...");
            Assignment();
            Write(", ");
        }
        Write(")");
    }

    private void Chain()
    {
        Write(Chance(30) ? $"({Name()}?.{Name()}).{Name()}" : $"{Name()}?.{Name()}?.[{Name()}]?.({Name()}).{Name()}");
    }

    private void Template()
    {
        if (Chance(30)) Write(Name());
        Write("`");
        for (int i = Pick(3); i >= 0; i--)
        {
            Write(new[] { "", "a\n", "\\u0041", "$", "\\${" }[Pick(5)]);
            Write("${");
            Expression();
            Write("}");
        }
        Write("`");
    }

    private void Element()
    {
        if (Chance(30))
        {
            Write("<>text {");
            Assignment();
            Write("}</>");
            return;
        }
        string name = Chance(50) ? "div" : Chance(50) ? "A.B" : "a-b";
        Write($"<{name} {(Chance(50) ? "c='d'" : "e")} f={{");
        Assignment();
        Write("}");
        if (Chance(30)) { Write(" {..."); Assignment(); Write("}"); }
        if (Chance(40))
        {
            Write(" />");
            return;
        }
        Write("> &amp; a {");
        if (Chance(70)) Assignment();
        Write($"}}\n</{name}>");
    }
}
