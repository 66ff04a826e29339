namespace Inox.JavaScript.Tests.Fuzzing;

internal sealed partial class ProgramGenerator   // functions, classes and TypeScript
{
    private void Function()
    {
        bool isAsync = Chance(30), isGenerator = Chance(30);
        if (isAsync) Write("async ");
        Write(isGenerator ? "function* " : "function ");
        Write(NewName());
        ParametersAndBody(isAsync, isGenerator, isMethod: false);
    }

    private void ParametersAndBody(bool isAsync, bool isGenerator, bool isMethod)
    {
        if (_isTypeScript && Chance(20)) Write($"<{TypeParameter()}>");
        Write("(");
        if (Chance(70)) Parameter();
        Write(")");
        if (_isTypeScript && Chance(30)) Annotation();
        Write(" ");
        Body(isAsync, isGenerator, isMethod);
    }

    // without defaults: `await` and `yield` may not stand in them
    private void Parameter()
    {
        Write(NewName());
        if (_isTypeScript && Chance(50)) Annotation();
        if (Chance(40)) Write($", [{NewName()}, {{ {Name()}: {NewName()} }}]");
        if (Chance(20)) Write($", {NewName()} = {s_literals[Pick(12)]}");
        if (Chance(20)) Write($", ...{NewName()}");
    }

    private void Body(bool isAsync, bool isGenerator, bool isMethod, bool isFunction = true)
    {
        (bool, bool, bool, bool, bool) outer = (_inLoop, _inFunction, _inAsync, _inGenerator, _inMethod);
        bool hasNewTarget = isFunction;
        (_inLoop, _inFunction, _inAsync, _inGenerator, _inMethod) = (false, hasNewTarget, isAsync, isGenerator, isMethod);
        _depth++;
        Write("{\n");
        for (int i = Pick(3); i > 0; i--) Statement();
        Write("}");
        _depth--;
        (_inLoop, _inFunction, _inAsync, _inGenerator, _inMethod) = outer;
    }

    private void Class(string name)
    {
        Write("class ");
        Write(name);
        Write(" ");
        ClassRest();
    }

    private void ClassRest()
    {
        (bool, bool, bool, bool, bool) outer = (_inLoop, _inFunction, _inAsync, _inGenerator, _inMethod);
        (_inLoop, _inFunction, _inAsync, _inGenerator, _inMethod) = (false, false, false, false, false);
        if (Chance(40)) Write($"extends {Name()} ");
        Write("{\n");
        int privates = 0;
        _depth++;
        for (int i = Pick(4); i > 0; i--)
        {
            if (Chance(30)) Write("static ");
            switch (Pick(5))
            {
                case 0: Write($"#p{++privates} = {s_literals[Pick(12)]};"); break;
                case 1: Write($"[{Name()}] = ("); Assignment(); Write(");"); break;
                case 2: Write($"get {Name()}() "); Body(false, false, true); break;
                case 3: Write($"{Name()} = ("); Assignment(); Write(");"); break;
                default: Method(); break;
            }
            Write("\n");
        }
        if (Chance(20)) Write("static { { } }\n");
        _depth--;
        Write("}");
        (_inLoop, _inFunction, _inAsync, _inGenerator, _inMethod) = outer;
    }

    private string TypeParameter() => Chance(50) ? $"T{++_declared}" : $"T{++_declared} extends {Name()} = {Name()}";

    private void Type()
    {
        _depth++;
        if (IsDeep) Write(new[] { "string", "number", "a", "any", "'a'", "1", "null", "void", "b.c" }[Pick(9)]);
        else TypeOperation();
        _depth--;
    }

    private void TypeOperation()
    {
        switch (Pick(14))
        {
            case 0: Write("("); Type(); Write(") | ("); Type(); Write(")"); break;
            case 1: Write("("); Type(); Write(") & ("); Type(); Write(")"); break;
            case 2: Write("("); Type(); Write(")[]"); break;
            case 3: Write($"({Name()}: "); Type(); Write(") => "); Type(); break;
            case 4: Write($"{{ {Name()}: "); Type(); Write($"; readonly {Name()}?: "); Type(); Write("; [a: string]: "); Type(); Write(" }"); break;
            case 5: Write("["); Type(); Write(", ...("); Type(); Write(")[]]"); break;
            case 6: Write("keyof ("); Type(); Write(")"); break;
            case 7: Write($"{Name()}<"); Type(); Write(">"); break;
            case 8: Write("("); Type(); Write(") extends (infer U) ? "); Type(); Write(" : "); Type(); break;
            case 9: Write("{ [K in "); Type(); Write("]?: "); Type(); Write(" }"); break;
            case 10: Write($"typeof {Name()}"); break;
            case 11: Write("`a${"); Type(); Write("}`"); break;
            case 12: Write("new () => "); Type(); break;
            default: Write("("); Type(); Write(")['a']"); break;
        }
    }

    private void Enum() => Write($"enum {NewName()} {{ A, B = {Pick(9)}, 'c d' = 'e' }}");

    private void Interface()
    {
        Write($"interface {NewName()}<{TypeParameter()}> extends {Name()} {{ {Name()}(): ");
        Type();
        Write($"; {Name()}: ");
        Type();
        Write("; new (a: string): ");
        Type();
        Write(" }");
    }

    private void TypeAlias()
    {
        Write($"type {NewName()}<{TypeParameter()}> = ");
        Type();
        Write(";");
    }

    private void Namespace()
    {
        Write($"namespace {NewName()} {{ export const a = ");
        Assignment();
        Write("; }");
    }
}
