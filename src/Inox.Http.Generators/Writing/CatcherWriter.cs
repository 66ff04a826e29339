namespace Inox.Http.Generators;

/// <summary>Writes which catcher answers which status below which path: the longest scope wins, then a status over every status.</summary>
internal static class CatcherWriter
{
    public static void Write(CodeWriter code, BinderWriter binder, IReadOnlyList<HandlerModel> handlers)
    {
        List<(CatcherModel Catcher, int Number)> catchers = [];
        List<HandlerModel> catching = [.. handlers.Where(handler => handler.Catchers.Count > 0)];
        for (int i = 0; i < catching.Count; i++)
        {
            foreach (CatcherModel catcher in catching[i].Catchers) catchers.Add((catcher, i));
        }
        if (catchers.Count == 0) return;
        code.Line();
        code.Open("public override bool TryCatch(int status, ReadOnlySpan<byte> path, out HttpHandler catcher)");
        foreach ((CatcherModel catcher, int number) in catchers.OrderByDescending(pair => pair.Catcher.Scope.Length).ThenByDescending(pair => pair.Catcher.Status))
        {
            string scope = catcher.Scope.TrimEnd('/');
            List<string> conditions = [];
            if (catcher.Status != 0) conditions.Add($"status == {catcher.Status}");
            if (scope.Length > 0) conditions.Add($"path.StartsWith({CodeWriter.Utf8(scope)}) && (path.Length == {System.Text.Encoding.UTF8.GetByteCount(scope)} || path[{System.Text.Encoding.UTF8.GetByteCount(scope)}] == (byte)'/')");
            code.Open(conditions.Count > 0 ? $"if ({string.Join(" && ", conditions)})" : "if (true)");
            code.Line($"catcher = Catcher{number};");
            code.Line("return true;");
            code.Close();
        }
        code.Line("catcher = null!;");
        code.Line("return false;");
        code.Close();
        for (int i = 0; i < catching.Count; i++)
        {
            code.Line();
            binder.Write($"Catcher{i}", catching[i], null);
        }
    }
}
