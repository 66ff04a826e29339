namespace Inox.Http.Generators;

/// <summary>Writes one method a handler: binds the parameters in their order, calls it, answers with what it returned.</summary>
internal sealed class BinderWriter(CodeWriter code, JsonShapes shapes)
{
    private HandlerModel _handler = null!;
    private RouteModel? _route;
    private int _locals;

    /// <param name="name">Of the method to write.</param>
    /// <param name="handler">What it calls.</param>
    /// <param name="route">Where its parameters are in the path; null for a catcher.</param>
    public void Write(string name, HandlerModel handler, RouteModel? route)
    {
        _route = route;
        _handler = handler;
        _locals = 0;
        bool isAsync = handler.IsAsync || Awaits(handler.Response);
        code.Open($"private static {(isAsync ? "async " : "")}ValueTask {name}(HttpExchange exchange)");
        IsAsync = isAsync;
        if (handler.BodyLimit is { } limit) code.Line($"exchange.Request.BufferedBodyLimit = {limit};");
        List<string> arguments = [];
        for (int i = 0; i < handler.Parameters.Count; i++) arguments.Add(WriteParameter(handler.Parameters[i], i));
        WriteCall($"{handler.Call}({string.Join(", ", arguments)})");
        if (!isAsync) code.Line("return default;");
        code.Close();
    }

    private bool IsAsync { get; set; }

    private static bool Awaits(ResponseModel response) => response.Kind is not ResponseKind.Responder && response.Parts.Any(part => part.Kind == ResponseKind.Responder || Awaits(part));

    private void WriteCall(string call)
    {
        if (_handler.Await != AwaitKind.None) call = $"await {call}";
        if (_handler.Response.Kind == ResponseKind.Nothing)
        {
            code.Line(call + ";");
            code.Line("Respond.Nothing(exchange.Response);");
            return;
        }
        code.Line($"{_handler.Response.Type} result = {call};");
        WriteResponse(_handler.Response, "result");
    }

    private void WriteResponse(ResponseModel response, string value)
    {
        switch (response.Kind)
        {
            case ResponseKind.Text:
                code.Line($"Respond.Text(exchange.Response, {value});");
                break;
            case ResponseKind.Bytes:
            case ResponseKind.Memory:
                code.Line($"Respond.Bytes(exchange.Response, {value});");
                break;
            case ResponseKind.Responder:
                code.Line(IsAsync ? $"await {value}.RespondAsync(exchange);" : $"return {value}.RespondAsync(exchange);");
                break;
            case ResponseKind.Json:
                code.Line($"JsonBody.Write(exchange.Response, {value}, {shapes.Use(response.Type)});");
                break;
            case ResponseKind.JsonWrapper:
                WriteResponse(response.Parts[0], value + ".Value");
                break;
            case ResponseKind.Created:
                code.Line("exchange.Response.Status = 201;");
                code.Line($"exchange.Response.SetField(\"Location\"u8, {value}.Location);");
                WriteResponse(response.Parts[0], value + ".Value");
                break;
            case ResponseKind.Result:
                WriteBranch($"if ({value}.IsOk)", response.Parts[0], value + ".Value");
                WriteBranch("else", response.Parts[1], value + ".Error");
                break;
            case ResponseKind.NullableReference:
            case ResponseKind.NullableValue:
                string present = $"present{_locals++}";
                code.Open($"if ({value} is {{ }} {present})");
                WriteResponse(response.Parts[0], present);
                code.Close();
                code.Open("else");
                code.Line("Respond.Null(exchange.Response);");
                code.Close();
                break;
            case ResponseKind.Union:
                for (int i = 0; i < response.Parts.Count; i++) WriteBranch($"{(i > 0 ? "else " : "")}if ({value}.Index == {i})", response.Parts[i], $"(({response.Parts[i].Type}){value}.Value)");
                break;
            case ResponseKind.Nothing:
                code.Line("Respond.Nothing(exchange.Response);");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(response), response.Kind, "no such kind of response");
        }
    }

    private void WriteBranch(string condition, ResponseModel response, string value)
    {
        code.Open(condition);
        WriteResponse(response, value);
        code.Close();
    }

    private string WriteParameter(ParameterModel parameter, int index)
    {
        Binding value = parameter.Value;
        if (Direct(value) is { } direct) return direct;
        string name = $"p{index}", problem = $"problem{index}";
        string declared = value.Kind == BindingKind.QueryTexts ? parameter.Type : Optional(parameter, value.Type);
        code.Line($"{declared} {name} = {(parameter.Absence == Absence.Default ? parameter.Default : "default!")};");
        code.Line($"Problem? {problem} = null;");
        code.Open(parameter.Absence == Absence.Null && value.IsBody ? "if (exchange.Request.HasBody)" : "");
        WriteValue(parameter, name, problem, index);
        code.Close();
        bool isWrapped = value.Kind is BindingKind.Json or BindingKind.Form or BindingKind.Query;
        string whole = isWrapped ? $"new({name})" : name;
        if (parameter.Absence == Absence.Result) return $"{problem} is null ? {parameter.Type}.Ok({whole}) : {parameter.Type}.Fail({problem})";
        // An optional value that is there but malformed is a mistake of the client's, too; an optional guard that is not passed is not.
        if (parameter.Absence == Absence.Null && value.Kind == BindingKind.Guard) return $"{problem} is null ? {name} : null";
        code.Line(IsAsync ? $"if ({problem} is not null) {{ await {problem}.RespondAsync(exchange); return; }}" : $"if ({problem} is not null) return {problem}.RespondAsync(exchange);");
        // Without a body there is no value; with one that is malformed, there is a problem.
        if (isWrapped && parameter.Absence == Absence.Null) return $"exchange.Request.HasBody ? new {parameter.Type.TrimEnd('?')}({name}!) : null";
        return whole;
    }

    private static string Optional(ParameterModel parameter, string type) => parameter.Absence == Absence.Null || parameter.Default == "default" ? type + "?" : type;

    private static string? Direct(Binding value) => value.Kind switch
    {
        BindingKind.Exchange => "exchange",
        BindingKind.Request => "exchange.Request",
        BindingKind.Response => "exchange.Response",
        BindingKind.App => "exchange.App",
        BindingKind.Cancellation => "exchange.Aborted",
        BindingKind.Connection => "exchange.Connection",
        BindingKind.Cookies => "exchange.Cookies",
        BindingKind.Session => "Session.Of(exchange)",
        BindingKind.Stream => "exchange.Request.OpenBody()",
        BindingKind.Body => "new(await exchange.Request.ReadAllAsync())",
        BindingKind.State => $"new(exchange.App.State<{value.Type}>())",
        BindingKind.Service => $"new(exchange.App.Service<{value.Type}>())",
        _ => null,
    };

    private void WriteValue(ParameterModel parameter, string name, string problem, int index)
    {
        Binding value = parameter.Value;
        switch (value.Kind)
        {
            case BindingKind.Guard:
                code.Line($"var guard = await {value.Type}.FromRequestAsync(exchange);");
                WriteTaken("guard", name, problem);
                break;
            case BindingKind.Json:
                code.Line($"var body = await JsonBody.ReadAsync(exchange, {shapes.Use(value.Type)});");
                WriteTaken("body", name, problem);
                if (value.Shape is { IsValidated: true }) code.Line($"{problem} ??= Bind.Validate({name});");
                break;
            case BindingKind.Form:
                code.Line("var form = await FormBody.ReadAsync(exchange);");
                code.Line($"if (!form.IsOk) {problem} = form.Error;");
                code.Line($"else {problem} = Shape{shapes.Shape(value.Shape!)}(form.Value.Span, exchange, \"form field\", out {name});");
                break;
            case BindingKind.FormInput:
                code.Line("var form = await FormBody.ReadAsync(exchange);");
                code.Open("if (form.IsOk)");
                code.Line($"Problem? fault = Shape{shapes.Shape(value.Shape!)}(form.Value.Span, exchange, \"form field\", out {value.Shape!.Type} input);");
                code.Line($"{name} = {value.Type}.Of(input, fault, form.Value);");
                code.Close();
                code.Line($"else {problem} = form.Error;");
                break;
            case BindingKind.Multipart:
                code.Line("var multipart = Multipart.Open(exchange);");
                WriteTaken("multipart", name, problem);
                break;
            case BindingKind.QueryTexts:
                TextListWriter.Write(code, "exchange.Request.QueryBytes", value.Source, value.Parser, value.Type, index, $"{problem} ??= Bind.Malformed(\"query parameter\", {CodeWriter.Quote(value.Source)}, {CodeWriter.Quote(value.Fault)});");
                code.Line($"{(parameter.Absence == Absence.Problem ? "" : $"if (list{index}.Count > 0) ")}{name} = [.. list{index}];");
                break;
            case BindingKind.Query:
                code.Line($"{problem} = Shape{shapes.Shape(value.Shape!)}(exchange.Request.QueryBytes, exchange, \"query parameter\", out {name});");
                break;
            default:
                WriteText(value, parameter.Absence, name, problem, index);
                break;
        }
    }

    private void WriteTaken(string result, string name, string problem)
    {
        code.Line($"if ({result}.IsOk) {name} = {result}.Value;");
        code.Line($"else {problem} = {result}.Error;");
    }

    private void WriteText(Binding value, Absence absence, string name, string problem, int index)
    {
        string what = value.Kind switch
        {
            BindingKind.RouteText => "path parameter",
            BindingKind.QueryText => "query parameter",
            BindingKind.FieldText => "field",
            _ => "cookie",
        };
        string parse = string.Format(value.Parser, $"text{index}", $"{value.Type} value{index}");
        string malformed = $"Bind.Malformed(\"{what}\", {CodeWriter.Quote(value.Source)}, {CodeWriter.Quote(value.Fault)})";
        if (value.Kind == BindingKind.RouteText)
        {
            code.Line($"ReadOnlySpan<byte> text{index} = Bind.Route(exchange, {_route!.Pattern.IndexOf(value.Source)});");
        }
        else
        {
            string call = value.Kind switch { BindingKind.QueryText => "TryQuery", BindingKind.FieldText => "TryField", _ => "TryCookie" };
            string missing = absence is Absence.Null or Absence.Default ? "{ }" : $"{problem} = Bind.Missing(\"{what}\", {CodeWriter.Quote(value.Source)});";
            code.Line($"if (!Bind.{call}(exchange, {CodeWriter.Utf8(value.Source)}, out ReadOnlySpan<byte> text{index})) {missing}");
            code.Line("else");
        }
        code.Line($"if ({parse}) {name} = value{index};");
        code.Line($"else {problem} = {malformed};");
    }
}
