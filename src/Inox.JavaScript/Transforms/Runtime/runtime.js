// The functions that code lowered by Inox calls, in ES5. Each stands alone but for those it calls; a file gets the ones it needs.

export function __toKey(value) {
  if (typeof value !== "object" && typeof value !== "function") return typeof value === "symbol" ? value : String(value);
  if (value === null) return "null";
  var convert = typeof Symbol === "function" && value[Symbol.toPrimitive], key, i, names;
  if (convert !== undefined && convert !== null && convert !== false) {
    key = convert.call(value, "string");
    if (key !== null && (typeof key === "object" || typeof key === "function")) throw new TypeError("Cannot convert object to primitive value");
    return typeof key === "symbol" ? key : String(key);
  }
  for (i = 0, names = ["toString", "valueOf"]; i < 2; i++)
    if (typeof value[names[i]] === "function") {
      key = value[names[i]]();
      if (key === null || typeof key !== "object" && typeof key !== "function") return typeof key === "symbol" ? key : String(key);
    }
  throw new TypeError("Cannot convert object to primitive value");
}

export function __name(target, key) {
  Object.defineProperty(target, "name", { value: typeof key === "symbol" ? key.description === undefined ? "" : "[" + key.description + "]" : String(key), configurable: true });
  return target;
}

export function __property(target, key, value, isFunction) {
  key = __toKey(key);
  if (isFunction) __name(value, key);
  return Object.defineProperty(target, key, { value: value, enumerable: true, configurable: true, writable: true });
}

export function __accessor(target, key, isSetter, value) {
  key = __toKey(key);
  __name(value, key);
  Object.defineProperty(value, "name", { value: (isSetter ? "set " : "get ") + value.name, configurable: true });
  var descriptor = { enumerable: true, configurable: true };
  descriptor[isSetter ? "set" : "get"] = value;
  return Object.defineProperty(target, key, descriptor);
}

export function __ownKeys(source) {
  var keys = Object.keys(source), isEnumerable = Object.prototype.propertyIsEnumerable;
  if (Object.getOwnPropertySymbols)
    Object.getOwnPropertySymbols(source).forEach(function (symbol) {
      if (isEnumerable.call(source, symbol)) keys.push(symbol);
    });
  return keys;
}

export function __spread(target, source) {
  if (source === null || source === undefined) return target;
  source = Object(source);
  var keys = typeof Reflect === "object" ? Reflect.ownKeys(source) : __ownKeys(source), i, descriptor;
  for (i = 0; i < keys.length; i++) {
    descriptor = Object.getOwnPropertyDescriptor(source, keys[i]);
    if (descriptor && descriptor.enumerable) __property(target, keys[i], source[keys[i]]);
  }
  return target;
}

export function __properties(target, source) {
  __ownKeys(source).forEach(function (key) {
    Object.defineProperty(target, key, Object.getOwnPropertyDescriptor(source, key));
  });
  return target;
}

export function __setProto(target, proto) {
  if (proto === null || typeof proto === "object" || typeof proto === "function") Object.setPrototypeOf(target, proto);
  return target;
}

export function __requireObject(value) {
  if (value === null || value === undefined) throw new TypeError("Cannot destructure '" + value + "' as it is " + value + ".");
  return value;
}

export function __objectRest(source, excluded) {
  var target = {}, keys, i, descriptor;
  __requireObject(source);
  source = Object(source);
  keys = typeof Reflect === "object" ? Reflect.ownKeys(source) : __ownKeys(source);
  for (i = 0; i < keys.length; i++) {
    if (excluded.indexOf(keys[i]) >= 0) continue;
    descriptor = Object.getOwnPropertyDescriptor(source, keys[i]);
    if (descriptor && descriptor.enumerable) __property(target, keys[i], source[keys[i]]);
  }
  return target;
}

export function __field(target, key, value) {
  Object.defineProperty(target, key, { value: value, enumerable: true, configurable: true, writable: true });
}

export function __privateAdd(target, store, value) {
  if (store.has(target)) throw new TypeError("Cannot initialize a private member twice on the same object");
  if (store.set) store.set(target, value);
  else store.add(target);
  return value;
}

export function __privateCheck(target, store) {
  if (target === null || typeof target !== "object" && typeof target !== "function" || !store.has(target))
    throw new TypeError("Cannot access a private member of an object whose class did not declare it");
}

export function __privateGet(target, store, getter) {
  __privateCheck(target, store);
  return getter ? getter.call(target) : store.get(target);
}

export function __privateSet(target, store, value, setter) {
  __privateCheck(target, store);
  if (setter) setter.call(target, value);
  else store.set(target, value);
  return value;
}

export function __privateMethod(target, store, method) {
  __privateCheck(target, store);
  return method;
}

export function __privateFault(target, message) {
  throw new TypeError("'" + message);
}

export function __privateIn(target, store) {
  if (target === null || typeof target !== "object" && typeof target !== "function") throw new TypeError("Cannot use 'in' operator to search for a private member in " + String(target));
  return store.has(target);
}

export function __constant(name) {
  throw new TypeError("Assignment to constant variable '" + name + "'.");
}

export function __early(name) {
  throw new ReferenceError("Cannot access '" + name + "' before initialization");
}

export function __template(cooked, raw) {
  return Object.freeze(Object.defineProperty(cooked, "raw", { value: Object.freeze(raw || cooked.slice()) }));
}

export function __superGet(home, key, self) {
  key = __toKey(key);
  var base = Object.getPrototypeOf(home), owner = base, descriptor;
  if (typeof Reflect === "object" && Reflect.get) return Reflect.get(base, key, self);
  for (; owner; owner = Object.getPrototypeOf(owner))
    if ((descriptor = Object.getOwnPropertyDescriptor(owner, key))) return descriptor.get ? descriptor.get.call(self) : descriptor.value;
}

export function __superSet(home, key, value, self, isStrict) {
  key = __toKey(key);
  var base = Object.getPrototypeOf(home), owner = base, descriptor;
  if (typeof Reflect === "object" && Reflect.set) {
    if (!Reflect.set(base, key, value, self) && isStrict) throw new TypeError("Cannot assign to read only property '" + String(key) + "' of object");
    return value;
  }
  for (; owner; owner = Object.getPrototypeOf(owner))
    if ((descriptor = Object.getOwnPropertyDescriptor(owner, key))) {
      if (descriptor.set) return descriptor.set.call(self, value), value;
      break;
    }
  self[key] = value;
  return value;
}

export function __superDelete() {
  throw new ReferenceError("Unsupported reference to 'super'");
}

export function __async(self, body) {
  return new Promise(function (resolve, reject) {
    function step(method, value) {
      var result;
      try {
        result = generator[method](value);
        value = result.value;
      } catch (error) {
        return reject(error);
      }
      if (result.done) resolve(value);
      else
        try {
          Promise.resolve(value).then(next, fail);
        } catch (error) {
          fail(error);
        }
    }
    function next(value) { step("next", value); }
    function fail(error) { step("throw", error); }
    var generator;
    try {
      generator = body.call(self);
    } catch (error) {
      return reject(error);
    }
    next();
  });
}

export function __await(value) {
  this.value = value;
}

export function __asyncGenerator(self, body) {
  var generator = body.call(self), queue = [], isRunning = false, isDone = false, object;
  function settle(request, kind, value, done) {
    queue.shift();
    if (kind === "throw") request.reject(value);
    else request.resolve({ value: value, done: done });
    isRunning = false;
    if (queue.length) resume();
  }
  function resume() {
    var request = queue[0];
    isRunning = true;
    if (!isDone) return step(request, request.method, request.value);
    if (request.method === "next") return settle(request, "next", undefined, true);
    if (request.method === "throw") return settle(request, "throw", request.value);
    finish(request, request.value);
  }
  function finish(request, value) {
    isDone = true;
    toPromise(value, function (value) { settle(request, "next", value, true); }, function (error) { settle(request, "throw", error); });
  }
  function toPromise(value, then, fail) {
    try {
      value = Promise.resolve(value);
    } catch (error) {
      return fail(error);
    }
    value.then(then, fail);
  }
  function step(request, method, value) {
    if (method === "return" && !isStarted) return finish(request, value);
    if (method === "throw" && !isStarted) return isDone = true, settle(request, "throw", value);
    isStarted = true;
    // what `return()` is given is awaited before the generator sees it, and the generator returns it without awaiting it again
    if (method === "return" && !request.isAwaited) {
      request.isAwaited = true;
      return toPromise(value, function (value) { run(request, "return", value); }, function (error) { run(request, "throw", error); });
    }
    run(request, method, value);
  }
  function run(request, method, value) {
    var result;
    try {
      result = generator[method](value);
    } catch (error) {
      isDone = true;
      return settle(request, "throw", error);
    }
    value = result.value;
    if (result.done) {
      if (method !== "return") return finish(request, value);
      isDone = true;
      return toPromise(value, function (value) { settle(request, "next", value, true); }, function (error) { settle(request, "throw", error); });
    }
    if (value instanceof __await)
      return toPromise(value.value, function (result) { run(request, value.method || "next", result); }, function (error) { run(request, "throw", error); });
    if (value instanceof __delegated) return settle(request, "next", value.value, false);
    toPromise(value, function (value) { settle(request, "next", value, false); }, function (error) { run(request, "throw", error); });
  }
  function enqueue(method) {
    return function (value) {
      return new Promise(function (resolve, reject) {
        queue.push({ method: method, value: value, resolve: resolve, reject: reject });
        if (!isRunning) resume();
      });
    };
  }
  var isStarted = false;
  object = Object.create(__asyncGeneratorPrototype());
  object.next = enqueue("next");
  object["throw"] = enqueue("throw");
  object["return"] = enqueue("return");
  ["next", "throw", "return"].forEach(function (name) { Object.defineProperty(object, name, { enumerable: false }); });
  return object;
}

export function __asyncGeneratorPrototype() {
  var prototype = {}, key = typeof Symbol === "function" && Symbol.asyncIterator || "@@asyncIterator";
  Object.defineProperty(prototype, key, { value: function () { return this; }, configurable: true, writable: true });
  if (typeof Symbol === "function" && Symbol.toStringTag) Object.defineProperty(prototype, Symbol.toStringTag, { value: "AsyncGenerator", configurable: true });
  return prototype;
}

export function __delegated(value) {
  this.value = value;
}

// `yield*` of an async generator. The generator asks twice: the first answer is what the inner iterator promised, which is awaited; with
// that it asks again, by the same method, and gets the result.
export function __asyncDelegate(source) {
  var inner = __asyncIterator(source), isPending = false, isClosing = false, object = {};
  function ask(method, value, sentBy) {
    isPending = true;
    var promise = new __await(inner[method](value));
    promise.method = sentBy;
    return { value: promise, done: false };
  }
  function answer(result) {
    isPending = false;
    __iteratorResult(result);
    return result.done ? { value: result.value, done: true } : { value: new __delegated(result.value), done: false };
  }
  object.next = function (value) {
    if (isClosing) throw new TypeError("The iterator does not provide a 'throw' method");
    return isPending ? answer(value) : ask("next", value, "next");
  };
  object["throw"] = function (error) {
    if (isPending) {
      isPending = false;
      throw error;
    }
    if (inner["throw"]) return ask("throw", error, "next");
    isPending = isClosing = true;
    return { value: new __await(inner["return"] && inner["return"]()), done: false };
  };
  object["return"] = function (value) {
    if (isPending) return answer(value);
    return inner["return"] ? ask("return", value, "return") : { value: value, done: true };
  };
  object[typeof Symbol === "function" ? Symbol.iterator : "@@iterator"] = function () {
    return this;
  };
  return object;
}

export function __asyncIterator(source) {
  var method = typeof Symbol === "function" && Symbol.asyncIterator && source[Symbol.asyncIterator], iterator, next;
  if (method !== undefined && method !== null && method !== false) {
    iterator = method.call(source);
    if (iterator === null || typeof iterator !== "object" && typeof iterator !== "function") throw new TypeError("Result of the Symbol.asyncIterator method is not an object");
    next = iterator.next;
    return __keepNext(iterator, next, function (value) { return next.apply(iterator, arguments); });
  }
  iterator = __iterator(source);
  function settle(result, closes) {
    return new Promise(function (resolve, reject) {
      __iteratorResult(result);
      var isDone = result.done;
      new Promise(function (settle) { settle(result.value); }).then(function (value) { resolve({ value: value, done: isDone }); }, function (error) {
        if (closes && !isDone && typeof iterator["return"] === "function")
          try { iterator["return"](); } catch (_) {}
        reject(error);
      });
    });
  }
  var wrapped = { next: function (value) { try { return settle(iterator.next(value), true); } catch (error) { return Promise.reject(error); } } };
  wrapped["return"] = function (value) {
    try {
      var method = iterator["return"];
      return method === undefined || method === null ? Promise.resolve({ value: value, done: true }) : settle(arguments.length ? method.call(iterator, value) : method.call(iterator), false);
    } catch (error) {
      return Promise.reject(error);
    }
  };
  wrapped["throw"] = function (error) {
    try {
      var method = iterator["throw"];
      if (method !== undefined && method !== null) return settle(method.call(iterator, error), true);
      if (iterator["return"]) iterator["return"]();
      return Promise.reject(new TypeError("The iterator does not provide a 'throw' method"));
    } catch (failure) {
      return Promise.reject(failure);
    }
  };
  return wrapped;
}

// The `next` of an iterator is read once.
export function __keepNext(iterator, next, call) {
  return {
    next: call,
    get "return"() { var method = iterator["return"]; return method === undefined || method === null ? method : function () { return method.apply(iterator, arguments); }; },
    get "throw"() { var method = iterator["throw"]; return method === undefined || method === null ? method : function () { return method.apply(iterator, arguments); }; }
  };
}

export function __iterator(source) {
  var method = typeof Symbol === "function" && source[Symbol.iterator], i = 0, iterator, next;
  if (!method && source && typeof source.length === "number" && typeof Symbol !== "function")
    return { next: function () { return i < source.length ? { value: source[i++], done: false } : { value: undefined, done: true }; } };
  if (typeof method !== "function") throw new TypeError((typeof source === "symbol" ? "symbol" : typeof source === "object" || typeof source === "function" ? "object" : String(source)) + " is not iterable");
  iterator = method.call(source);
  if (iterator === null || typeof iterator !== "object" && typeof iterator !== "function") throw new TypeError("Result of the Symbol.iterator method is not an object");
  next = iterator.next;
  return __keepNext(iterator, next, function () { return next.apply(iterator, arguments); });
}

export function __iteratorResult(result) {
  if (result === null || typeof result !== "object" && typeof result !== "function") throw new TypeError("Iterator result " + String(result) + " is not an object");
  return result;
}

export function __closeAsync(iterator) {
  return iterator["return"]();
}

export function __closed(result, failure) {
  if (!failure) __iteratorResult(result);
}

export function __read(source, count) {
  var iterator, items = [], step, isDone = false, close;
  if (Array.isArray(source) && typeof Symbol !== "function") return source.slice(0, count);
  iterator = __iterator(source);
  for (; items.length < count; items.push(step.value))
    if ((isDone = true, (step = __iteratorResult(iterator.next())).done)) break;
    else isDone = false;
  if (!isDone && (close = iterator["return"]) !== undefined && close !== null) __iteratorResult(close());
  return items;
}

export function __toArray(source) {
  var iterator = __iterator(source), items = [], step;
  while (!(step = __iteratorResult(iterator.next())).done) items.push(step.value);
  return items;
}

export function __construct(target, values, newTarget) {
  if (typeof Reflect === "object" && Reflect.construct) return newTarget ? Reflect.construct(target, values, newTarget) : Reflect.construct(target, values);
  return new (Function.prototype.bind.apply(target, [null].concat(values)))();
}

export function __using(stack, value, isAsync) {
  var dispose, isSync;
  if (value !== null && value !== undefined) {
    if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected");
    if (isAsync) dispose = value[__disposeSymbol("asyncDispose")];
    if (dispose === undefined || dispose === null) {
      dispose = value[__disposeSymbol("dispose")];
      isSync = isAsync;
    }
    if (typeof dispose !== "function") throw new TypeError("Object not disposable");
    stack.push({ value: value, dispose: dispose, isAsync: isAsync, isSync: isSync });
  } else if (isAsync) stack.push({ isAsync: true });
  return value;
}

export function __disposeSymbol(name) {
  return typeof Symbol === "function" && (Symbol[name] || Symbol["for"]("Symbol." + name));
}

export function __dispose(stack) {
  var failure = stack.failure, needsAwait = false, hasAwaited = false;
  function fail(error) {
    failure = [failure ? typeof SuppressedError === "function" ? new SuppressedError(error, failure[0], "An error was suppressed during disposal") : __suppressed(error, failure[0]) : error];
  }
  function run() {
    var resource, result;
    while ((resource = stack.pop())) {
      if (!resource.isAsync && needsAwait && !hasAwaited) {
        needsAwait = false;
        stack.push(resource);
        return Promise.resolve().then(run);
      }
      try {
        if (resource.dispose) {
          result = resource.dispose.call(resource.value);
          if (resource.isAsync) {
            hasAwaited = true;
            return Promise.resolve(resource.isSync ? undefined : result).then(run, function (error) { fail(error); return run(); });
          }
        } else needsAwait = true;
      } catch (error) {
        fail(error);
      }
    }
    if (needsAwait && !hasAwaited) {
      hasAwaited = true;
      return Promise.resolve().then(run);
    }
    if (failure) throw failure[0];
  }
  return run();
}

export function __suppressed(error, suppressed) {
  var result = new Error("An error was suppressed during disposal");
  result.name = "SuppressedError";
  result.error = error;
  result.suppressed = suppressed;
  return result;
}

// A regular expression whose groups have names only here: from a name to the numbers of its groups.
export function __namedGroups(expression, groups) {
  var exec = RegExp.prototype.exec, names = Object.keys(groups);
  function find(values, name) {
    var numbers = [].concat(groups[name]), i;
    for (i = 0; i < numbers.length; i++) if (values[numbers[i]] !== undefined) return values[numbers[i]];
  }
  function named(values) {
    var result = Object.create(null);
    names.forEach(function (name) { result[name] = find(values, name); });
    return result;
  }
  function hide(key, value) {
    Object.defineProperty(expression, key, { value: value, configurable: true, writable: true });
  }
  hide("exec", function (text) {
    var result = exec.call(this, text);
    if (result) {
      result.groups = named(result);
      if (result.indices) result.indices.groups = named(result.indices);
    }
    return result;
  });
  // `constructor[Symbol.species]` would make an expression without names
  if (typeof Symbol === "function" && Symbol.matchAll)
    hide(Symbol.matchAll, function (text) {
      var copy = __namedGroups(new RegExp(this.source, this.flags), groups), isDone = false, iterator = {};
      copy.lastIndex = this.lastIndex;
      iterator.next = function () {
        var result = isDone ? null : copy.exec(text);
        if (!result) return (isDone = true), { value: undefined, done: true };
        if (!copy.global) isDone = true;
        else if (result[0] === "") copy.lastIndex++;
        return { value: result, done: false };
      };
      iterator[Symbol.iterator] = function () {
        return this;
      };
      return iterator;
    });
  if (typeof Symbol === "function" && Symbol.replace)
    hide(Symbol.replace, function (text, replacement) {
      if (typeof replacement === "string")
        replacement = replacement.replace(/\$(\$|<([^>]*)(>|$))/g, function (all, rest, name, end) {
          if (rest === "$" || end !== ">") return all;
          return groups[name] === undefined ? "" : [].concat(groups[name]).map(function (number) { return "$" + (number < 10 ? "0" + number : number); }).join("");
        });
      else if (typeof replacement === "function") {
        var replace = replacement;
        replacement = function () {
          var values = [].slice.call(arguments);
          if (typeof values[values.length - 1] !== "object") values.push(named(values));
          return replace.apply(this, values);
        };
      }
      return RegExp.prototype[Symbol.replace].call(this, text, replacement);
    });
  return expression;
}

export function __assertThis(self) {
  if (self === undefined) throw new ReferenceError("Must call super constructor in derived class before accessing 'this' or returning from derived constructor");
  return self;
}

export function __constructed(value, self) {
  if (value !== null && (typeof value === "object" || typeof value === "function")) return value;
  if (value !== undefined) throw new TypeError("Derived constructors may only return object or undefined");
  return __assertThis(self);
}

export function __superOnce(made, current) {
  if (current !== undefined) throw new ReferenceError("Super constructor may only be called once");
  return made;
}

export function __classCheck(self, constructor) {
  if (!(self instanceof constructor)) throw new TypeError("Class constructor " + constructor.name + " cannot be invoked without 'new'");
}

export function __inherits(target, parent) {
  if (parent !== null && (typeof parent !== "function" || parent.prototype === undefined && !parent.bind)) throw new TypeError("Class extends value " + String(parent) + " is not a constructor or null");
  var prototype = parent === null ? null : parent.prototype;
  if (prototype !== null && typeof prototype !== "object" && typeof prototype !== "function") throw new TypeError("Class extends value does not have valid prototype property " + String(prototype));
  target.prototype = Object.create(prototype, { constructor: { value: target, configurable: true, writable: true } });
  Object.defineProperty(target, "prototype", { writable: false });
  if (parent !== null) Object.setPrototypeOf ? Object.setPrototypeOf(target, parent) : (target.__proto__ = parent);
}

export function __callSuper(target, self, values) {
  var parent = Object.getPrototypeOf(target), constructor = self.constructor, made;
  if (typeof Reflect === "object" && Reflect.construct)
    return Reflect.construct(parent, values, typeof constructor === "function" && constructor.prototype && (constructor === target || constructor.prototype instanceof target) ? constructor : target);
  made = parent.apply(self, values);
  return made !== null && (typeof made === "object" || typeof made === "function") ? made : self;
}

// A row of key, flags (1 static, 2 getter, 4 setter) and function for each method.
export function __methods(target, row) {
  var i, key, flags, value, owner, descriptor;
  Object.defineProperty(target, "prototype", { writable: false });
  for (i = 0; i < row.length; i += 3) {
    key = typeof row[i] === "symbol" ? row[i] : String(row[i]);
    flags = row[i + 1];
    value = row[i + 2];
    owner = flags & 1 ? target : target.prototype;
    __name(value, key);
    if (flags & 6) {
      Object.defineProperty(value, "name", { value: (flags & 2 ? "get " : "set ") + value.name, configurable: true });
      descriptor = { configurable: true, enumerable: false };
      descriptor[flags & 2 ? "get" : "set"] = value;
    } else descriptor = { value: value, configurable: true, enumerable: false, writable: true };
    Object.defineProperty(owner, key, descriptor);
  }
}

export function __forOf(source) {
  var iterator = __iterator(source), isDone = true, failure;
  isDone = false;
  return {
    n: function () {
      isDone = true;
      var step = __iteratorResult(iterator.next()), done = step.done;
      if (done) return { done: true };
      var value = step.value;
      isDone = false;
      return { done: false, value: value };
    },
    e: function (error) {
      failure = [error];
    },
    f: function () {
      var result;
      try {
        if (!isDone && iterator["return"]) {
          result = iterator["return"]();
          if (!failure) __iteratorResult(result);
        }
      } finally {
        if (failure) throw failure[0];
      }
    }
  };
}

export function __keysIn(object) {
  var keys = [], key;
  for (key in object) keys.push(key);
  return keys;
}

// The intrinsics of generators, the engine's own where it has them.
export function __generatorPrototypes() {
  if (__generatorPrototypes.made) return __generatorPrototypes.made;
  var native;
  try {
    native = Function("return Object.getPrototypeOf(function* () {})")();
  } catch (_) {}
  var prototype = native ? Object.create(native.prototype) : {}, iterator = typeof Symbol === "function" ? Symbol.iterator : "@@iterator";
  function method(name) {
    Object.defineProperty(prototype, name, { value: function (value) { return __resume(this, name, value); }, configurable: true, writable: true });
  }
  method("next");
  method("throw");
  method("return");
  if (!native) Object.defineProperty(prototype, iterator, { value: function () { return this; }, configurable: true, writable: true });
  if (!native && typeof Symbol === "function") Object.defineProperty(prototype, Symbol.toStringTag, { value: "Generator", configurable: true });
  return (__generatorPrototypes.made = { generator: prototype, constructor: native });
}

export function __generatorFunction(target, name) {
  var prototypes = __generatorPrototypes();
  if (prototypes.constructor && Object.setPrototypeOf) Object.setPrototypeOf(target, prototypes.constructor);
  Object.defineProperty(target, "prototype", { value: Object.create(prototypes.generator), writable: true, enumerable: false, configurable: false });
  if (name !== undefined) __name(target, name);
  return target;
}

export function __generator(self, body, target) {
  var parent = target && target.prototype, object = Object.create(parent !== null && typeof parent === "object" || typeof parent === "function" ? parent : __generatorPrototypes().generator);
  Object.defineProperty(object, "__state", { value: { self: self, body: body, n: 0, v: undefined, t: [], isRunning: false, isStarted: false, isDone: false, delegate: null } });
  return object;
}

export function __resume(object, method, value) {
  var state = object !== null && typeof object === "object" && object.__state, result, kind, target, depth, entry;
  if (!state) throw new TypeError(method + " method called on incompatible receiver " + String(object));
  if (state.isRunning) throw new TypeError("Generator is already running");
  if (state.isDone || !state.isStarted && method !== "next") {
    state.isDone = true;
    if (method === "throw") throw value;
    return { value: method === "return" ? value : undefined, done: true };
  }
  state.isRunning = true;
  // 0 goes on with a value, 1 throws, 2 returns, 3 goes to a label
  kind = method === "next" ? 0 : method === "throw" ? 1 : 2;
  try {
    for (;;) {
      if (state.delegate) {
        try {
          result = __delegate(state, kind, value);
          if (!result.done) return result.result;
          kind = result.kind;
          value = result.value;
        } catch (error) {
          state.delegate = null;
          kind = 1;
          value = error;
        }
      }
      if (kind === 0) state.v = state.isStarted ? value : undefined;
      else {
        for (entry = undefined; state.t.length > (kind === 3 ? depth : 0); entry = undefined) {
          entry = state.t.pop();
          if (kind === 1 && entry.c) {
            if (entry.f) state.t.push({ f: entry.f });
            state.n = entry.c;
            state.v = value;
            break;
          }
          if (entry.f) {
            state.t.push({ p: [kind, value, target, depth] });
            state.n = entry.f;
            break;
          }
        }
        if (!entry) {
          if (kind === 1) {
            state.isDone = true;
            throw value;
          }
          if (kind === 2) {
            state.isDone = true;
            return { value: value, done: true };
          }
          state.n = target;
        }
      }
      state.isStarted = true;
      try {
        result = state.body.call(state.self, state);
      } catch (error) {
        kind = 1;
        value = error;
        continue;
      }
      switch (result[0]) {
        case 0:
          return { value: result[1], done: false };
        case 1:
          kind = 2;
          value = result[1];
          break;
        case 2:
          kind = 3;
          target = result[1];
          depth = result[2];
          break;
        case 3:
          try {
            state.delegate = __iterator(result[1]);
            kind = 0;
          } catch (error) {
            kind = 1;
            value = error;
            break;
          }
          value = undefined;
          break;
        case 4:
          entry = state.t.pop().p;
          kind = entry[0];
          value = entry[1];
          target = entry[2];
          depth = entry[3];
      }
    }
  } finally {
    state.isRunning = false;
  }
}

export function __delegate(state, kind, value) {
  var inner = state.delegate, method, result;
  if (kind === 0) result = inner.next(value);
  else if (kind === 1) {
    if (!(method = inner["throw"])) {
      state.delegate = null;
      if ((method = inner["return"])) __iteratorResult(method());
      throw new TypeError("The iterator does not provide a 'throw' method");
    }
    result = method(value);
  } else {
    if (!(method = inner["return"])) {
      state.delegate = null;
      return { done: true, kind: 2, value: value };
    }
    result = method(value);
  }
  __iteratorResult(result);
  if (!result.done) return { done: false, result: result };
  state.delegate = null;
  return { done: true, kind: kind === 2 ? 2 : 0, value: result.value };
}

export function __metadataKey() {
  return typeof Symbol === "function" && (Symbol.metadata || Symbol["for"]("Symbol.metadata")) || "@@metadata";
}

export function __metadataOf(target) {
  var inherited = Object.getPrototypeOf(target)[__metadataKey()];
  return Object.create(inherited === undefined ? null : inherited);
}

export function __callable(value) {
  if (value !== undefined && typeof value !== "function") throw new TypeError("A decorator must give a function or nothing");
  return value;
}

export function __decorator(decorator, value, context, extra) {
  var isFinished = false, result;
  if (typeof decorator !== "function") throw new TypeError("A decorator must be a function");
  context.addInitializer = function (initializer) {
    if (isFinished) throw new TypeError("An initializer cannot be added when the decorator has returned");
    if (typeof initializer !== "function") throw new TypeError("An initializer must be a function");
    extra.push(initializer);
  };
  result = decorator(value, context);
  isFinished = true;
  return result;
}

export function __bound(target, key) {
  var method = target[key];
  return typeof method === "function" ? function (value, context) { return method.call(target, value, context); } : method;
}

export function __applyDecorators(decorators, kind, name, isStatic, access, value, metadata, extra, initializers) {
  var i, j, result, context, isPrivate = access !== null, parts = ["get", "set"];
  if (!isPrivate) access = __publicAccess(kind, name);
  for (i = decorators.length - 1; i >= 0; i--) {
    context = { kind: kind, name: name, "static": isStatic, "private": isPrivate, access: access, metadata: metadata };
    result = __decorator(decorators[i], kind === "accessor" ? { get: value.get, set: value.set } : value, context, extra);
    if (kind === "accessor") {
      if (result === undefined) continue;
      if (result === null || typeof result !== "object" && typeof result !== "function") throw new TypeError("A decorator of an accessor must give an object or nothing");
      for (j = 0; j < 2; j++) if (__callable(result[parts[j]])) value[parts[j]] = result[parts[j]];
      if (__callable(result.init)) initializers.unshift(result.init);
    } else if (__callable(result)) {
      if (kind === "field") initializers.unshift(result);
      else value = result;
    }
  }
  return value;
}

export function __publicAccess(kind, name) {
  var access = { has: function (target) { return name in target; } };
  if (kind !== "setter") access.get = function (target) { return target[name]; };
  if (kind !== "getter" && kind !== "method") access.set = function (target, value) { target[name] = value; };
  return access;
}

export function __decorateMember(target, decorators, kind, name, isStatic, metadata, extra, initializers) {
  var descriptor, part, value;
  name = __toKey(name);
  if (!isStatic) target = target.prototype;
  descriptor = Object.getOwnPropertyDescriptor(target, name);
  part = kind === "method" ? "value" : kind === "getter" ? "get" : "set";
  value = __applyDecorators(decorators, kind, name, isStatic, null, kind === "accessor" ? descriptor : descriptor[part], metadata, extra, initializers);
  if (kind !== "accessor") descriptor[part] = value;
  Object.defineProperty(target, name, descriptor);
}

export function __takeMember(target, name, isStatic, part) {
  if (!isStatic) target = target.prototype;
  var descriptor = Object.getOwnPropertyDescriptor(target, name), value = descriptor[part];
  delete target[name];
  descriptor[part] = undefined;
  if (descriptor.get || descriptor.set) Object.defineProperty(target, name, descriptor);
  return value;
}

export function __decorateClass(target, decorators, name, metadata, extra) {
  var i, result;
  for (i = decorators.length - 1; i >= 0; i--) {
    result = __decorator(decorators[i], target, { kind: "class", name: name, metadata: metadata }, extra);
    if (__callable(result)) target = result;
  }
  return target;
}

export function __setMetadata(target, metadata) {
  Object.defineProperty(target, __metadataKey(), { value: metadata, writable: true, enumerable: true, configurable: true });
}

export function __initialize(self, initializers, value) {
  for (var i = 0; i < initializers.length; i++) value = initializers[i].call(self, value);
  return value;
}

export function __runAll(self, initializers) {
  for (var i = 0; i < initializers.length; i++) initializers[i].call(self);
}

// What follows has the names and the parameters of TypeScript's functions for decorators before the standard ones.
export function __decorate(decorators, target, key, descriptor) {
  var isMember = arguments.length > 2, i, result = isMember ? descriptor === null ? Object.getOwnPropertyDescriptor(target, key) : descriptor : target;
  // reflect-metadata and its like may take over
  if (typeof Reflect === "object" && typeof Reflect.decorate === "function") result = isMember ? Reflect.decorate(decorators, target, key, result) : Reflect.decorate(decorators, target);
  // without reflect-metadata __metadata gives nothing
  else for (i = decorators.length - 1; i >= 0; i--) if (decorators[i]) result = (isMember ? decorators[i](target, key, result) : decorators[i](result)) || result;
  if (isMember && result) Object.defineProperty(target, key, result);
  return result;
}

export function __param(index, decorator) {
  return function (target, key) { decorator(target, key, index); };
}

export function __metadata(key, value) {
  if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(key, value);
}

export function __defineExports(to, getters) {
  for (var key in getters) Object.defineProperty(to, key, { enumerable: true, get: getters[key] });
}

export function __bindExport(to, from, key) {
  Object.defineProperty(to, key, { enumerable: true, get: function () { return from[key]; } });
}

// The name and the form of the call are what Node looks for to know the names that a module exports.
export function __exportStar(from, to) {
  for (var key in from) if (key !== "default" && !Object.prototype.hasOwnProperty.call(to, key)) __bindExport(to, from, key);
}

export function __exportStarTo(from, tell, own) {
  var all = {}, key;
  for (key in from) if (key !== "default" && !Object.prototype.hasOwnProperty.call(own, key)) all[key] = from[key];
  tell(all);
}

export function __importDefault(module, isNode) {
  return !isNode && module && module.__esModule ? module : { "default": module };
}

export function __importStar(module, isNode) {
  if (!isNode && module && module.__esModule) return module;
  var result = {};
  if (module && (typeof module === "object" || typeof module === "function")) Object.getOwnPropertyNames(module).forEach(function (key) {
    if (key !== "default") __bindExport(result, module, key);
  });
  result["default"] = module;
  return result;
}

export function __importAsync(require, path, view) {
  return new Promise(function (resolve, reject) {
    var finish = function (module) { resolve(view ? view(module) : module); };
    if (typeof define === "function" && define.amd) require([path + ""], finish, reject);
    else finish(require(path + ""));
  });
}

export function __importMeta(require, module) {
  if (typeof __filename === "string") return { url: require("url").pathToFileURL(__filename).href, filename: __filename, dirname: __dirname };
  return { url: new URL(module && module.uri || "", document.baseURI).href };
}
