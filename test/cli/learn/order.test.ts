import { describe, expect, test } from "vitest";
import { type Order, readOrder } from "../../../src/cli/learn/order.js";

const query = (text: string): Order => ({ kind: "query", query: text });

describe("what was typed", () => {
  test.each<[typed: string, order: Order]>([
    ["hint", { kind: "hint", rest: "" }],
    ["  next  ", { kind: "next", rest: "" }],
    ["exit", { kind: "quit", rest: "" }],
    ["lessons", { kind: "lesson", rest: "" }],
    ["list", { kind: "lesson", rest: "" }],
    ["continue", { kind: "next", rest: "" }],
    ["OK", { kind: "next", rest: "" }],
    ["restart", { kind: "reset", rest: "" }],
    ["menu", { kind: "help", rest: "" }],
    ["bye", { kind: "quit", rest: "" }],
    ["lesson 4", { kind: "lesson", rest: "4" }],
    ["explain rate(up[5m])", { kind: "explain", rest: "rate(up[5m])" }],
    ["hint me", query("hint me")],
    ["Hint", { kind: "hint", rest: "" }],
    ["hints", { kind: "hint", rest: "" }],
    ["?", { kind: "help", rest: "" }],
    ["? rate", { kind: "help", rest: "rate" }],
    ["help max_over_time", { kind: "help", rest: "max_over_time" }],
    ["Up", query("Up")],
    ["up", query("up")],
    [" sum(up) ", query("sum(up)")],
    ["constructor", query("constructor")],
    ["hint{}", query("hint{}")],
  ])("%j", (typed, order) => {
    expect(readOrder(typed)).toEqual(order);
  });

  test.each<[typed: string, goesOn: boolean]>([
    ["/ sum(up)", true],
    ["  > 0.9", true],
    ["== bool 1", true],
    ["and on (job) up", true],
    ["unless(up)", true],
    ["+ 1", false],
    ["-up", false],
    ["andy", false],
    ["up", false],
  ])("%j goes on with the last query: %j", (typed, goesOn) => {
    expect(readOrder(typed, "sum(up)")).toEqual(query(goesOn ? `sum(up)\n${typed.trim()}` : typed.trim()));
    expect(readOrder(typed)).toEqual(query(typed.trim()));
  });
  test.each<[typed: string, last: string, query: string]>([
    ["> 3", "sum(up)\n> bool 3", "sum(up)\n> 3"],
    ["<= 3", "sum(up) > 4", "sum(up) > 4\n<= 3"],
    ["> 3", "sum(up)\n* 100", "sum(up)\n* 100\n> 3"],
    ["* 100", "sum(up)\n* 100", "sum(up)\n* 100\n* 100"],
    [">/ 3", "sum(up)\n> 3", "sum(up)\n> 3\n>/ 3"],
  ])("%j after %j", (typed, last, whole) => {
    expect(readOrder(typed, last)).toEqual(query(whole));
  });
});
